package cn.gov.zhuozhou.aid.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenApiDocumentTest {
    @Test
    void theSameIsNoDifference() {
        assertThat(OpenApiDocument.difference("a:\n  b: 1\n", "a:\n  b: 1")).isEmpty();
    }

    @Test
    void theFirstLineThatDiffersIsTold() {
        assertThat(OpenApiDocument.difference("a:\n  b: 1\n  c: 1\n", "a:\n  b: 2\n  c: 2\n"))
                .contains("line 2 is \"b: 1\" and should be \"b: 2\".");
    }

    @Test
    void whatIsMissingAtTheEndIsADifference() {
        assertThat(OpenApiDocument.difference("", "a:\n")).contains("line 1 is \"(end)\" and should be \"a:\".");
        assertThat(OpenApiDocument.difference("a:\n", "")).contains("line 1 is \"a:\" and should be \"(end)\".");
    }
}
