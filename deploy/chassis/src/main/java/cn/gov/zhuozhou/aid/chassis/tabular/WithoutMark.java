package cn.gov.zhuozhou.aid.chassis.tabular;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/** A reader past the byte order mark, if there is one. */
record WithoutMark(Reader marked) {
    Reader reader() throws IOException {
        BufferedReader reader = new BufferedReader(marked, 1 << 15);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }
}
