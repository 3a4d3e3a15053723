package cn.gov.zhuozhou.aid.registry.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.registry.whatif.WhatIfStore.Situation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The list handed to simulations of awards is the one its golden file shows; aid-disbursement reads the same file. */
class SituationsContractTest {
    private static final Path GOLDEN = Path.of("src/main/resources/contract/what-if-situations.json");

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void theListIsServedAsTheGoldenFileShowsIt() throws IOException {
        // Given
        var added = new Situation(
                UUID.fromString("0195d2a0-0000-7000-8000-0000000000a1"),
                "2019-spring",
                true,
                "SEVERE",
                List.of("REG_POOR", "DIBAO_R"),
                "PRIMARY",
                true,
                "3130600001");
        var removed = new Situation(
                UUID.fromString("0195d2a0-0000-7000-8000-0000000000a2"),
                "2019-spring",
                false,
                null,
                List.of(),
                "JUNIOR",
                false,
                "3130600002");

        // When
        JsonNode served = json.valueToTree(new WhatIfResource.Situations(
                UUID.fromString("0195d2a0-0000-7000-8000-000000000001"), List.of(added, removed)));

        // Then
        assertThat(served).isEqualTo(json.readTree(GOLDEN.toFile()));
    }
}
