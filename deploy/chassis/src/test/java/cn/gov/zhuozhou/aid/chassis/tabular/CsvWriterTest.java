package cn.gov.zhuozhou.aid.chassis.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvWriterTest {
    @Test
    void cellsAreQuotedAndMadeSafe() throws IOException {
        // Given
        List<?> cells = Arrays.asList("=1+1", "甲,乙", "说\"好\"", "两\n行", null, 7, LocalDate.of(2019, 3, 1));
        // When
        String text = written(UTF_8, new Watermark("某人", true), cells);
        // Then
        assertThat(text).isEqualTo("\uFEFF某人\r\na,b\r\n'=1+1,\"甲,乙\",\"说\"\"好\"\"\",\"两\n行\",,7,2019-03-01\r\n");
    }

    @Test
    void anotherCharsetHasNoByteOrderMark() throws IOException {
        assertThat(written(Charset.forName("GB18030"), new Watermark("某人", false), List.of("𡋾")))
                .isEqualTo("a,b\r\n𡋾\r\n");
    }

    private static String written(Charset charset, Watermark mark, List<?> cells) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var table = new CsvWriter(out, charset, mark, List.of("a", "b"))) {
            table.row(cells);
        }
        return out.toString(charset);
    }
}
