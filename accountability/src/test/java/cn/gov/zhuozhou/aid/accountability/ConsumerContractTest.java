package cn.gov.zhuozhou.aid.accountability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What this service reads of others' events is required by their contracts: a renamed field fails here, too. */
class ConsumerContractTest {
    @ParameterizedTest
    @CsvSource({
        "student-registry, SchoolChanged, schoolCode name stage town revision",
        "student-registry, StudentChanged, studentId revision name schoolCode schoolName schoolTown grade className enrolmentState",
        "student-registry, EligibilityChanged, identificationId studentId revision semester result state identified level"
                + " categories since rulingId noticeId reasons",
        "student-registry, NoticePosted, noticeId revision kind semester schoolCode firstDay lastDay state",
        "student-registry, NoticeClosed, noticeId revision kind semester schoolCode firstDay lastDay state",
        "aid-disbursement, AwardChanged, awardId revision studentId semester programme programmeName form payer amountFen state"
                + " identificationId rulingId policyVersion proposedBy approvedBy decidedAt reasons",
        "inspection-rectification, FindingChanged, findingId revision code state studentId ownerUnit deadline openedAt closedAt"
                + " closedBy reasons",
    })
    void everyFieldReadHereIsRequiredThere(String producer, String event, String fields) throws IOException {
        // Given
        Path schema = Path.of("..", producer, "src/main/resources/contract", event + ".v1.schema.json");
        assumeTrue(Files.exists(schema), "the producer has not published " + event);

        // When
        JsonNode contract = new ObjectMapper().readTree(Files.readString(schema));

        // Then
        Set<String> required = new HashSet<>();
        contract.get("required").forEach(f -> required.add(f.asText()));
        assertThat(required).containsAll(List.of(fields.split(" ")));
    }
}
