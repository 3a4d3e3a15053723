package cn.gov.zhuozhou.aid.chassis.tabular;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A CSV file. Damaged characters are read as U+FFFD, so that they cost their row and not the file. */
record CsvSource(Path file, Charset charset, Limits limits) implements RowSource {
    private static final int SAMPLE_CHARS = 1 << 16;

    @Override
    public List<String> tables() {
        return List.of("");
    }

    @Override
    public Rows open(int table) {
        try {
            char separator = separator();
            return new CsvRows(reader(), separator, limits);
        } catch (IOException e) {
            throw UnreadableTable.broken();
        }
    }

    private char separator() throws IOException {
        try (Reader reader = reader()) {
            char[] sample = new char[SAMPLE_CHARS];
            int filled = 0;
            int read = reader.read(sample);
            while (read > 0) {
                filled += read;
                read = reader.read(sample, filled, sample.length - filled);
            }
            return Separator.guess(new String(sample, 0, filled));
        }
    }

    private Reader reader() throws IOException {
        Reader reader = new InputStreamReader(
                Files.newInputStream(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
        return new WithoutMark(reader).reader();
    }
}
