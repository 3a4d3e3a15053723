package cn.gov.zhuozhou.aid.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class OpenApiDocumentTest {
    @Test
    void theSameInAnotherOrderIsNoDifference() throws IOException {
        assertThat(OpenApiDocument.difference("a: 1\nb:\n  c: 2\n", "b:\n  c: 2\na: 1\n"))
                .isEmpty();
    }

    @Test
    void theFirstPlaceThatDiffersIsTold() throws IOException {
        assertThat(OpenApiDocument.difference("a:\n  b: 1\n  c: [1]\n", "a:\n  b: 1\n  c: [2]\n"))
                .contains(" > a > c is [1] and should be [2].");
    }

    @Test
    void whatIsOnlyOnOneSideIsADifference() throws IOException {
        assertThat(OpenApiDocument.difference("", "a: 1\n")).isPresent();
        assertThat(OpenApiDocument.difference("a: 1\nb: 2\n", "a: 1\n")).contains(" > b is 2 and should be missing.");
    }
}
