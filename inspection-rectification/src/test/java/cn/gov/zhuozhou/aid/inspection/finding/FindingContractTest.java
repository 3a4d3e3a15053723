package cn.gov.zhuozhou.aid.inspection.finding;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.testing.Contract;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every event the ledger can make keeps the contract beside it, and so does every example. */
class FindingContractTest {
    private static final Contract CONTRACT = Contract.own("FindingChanged");
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static final Actor CLERK = new Actor("c", "c", Jurisdiction.BUREAU);
    private static final Actor INSPECTOR = new Actor("i", "i", Jurisdiction.BUREAU);

    @Test
    void everyStateOfALineOfAPupilAndOfATaskKeepsTheContract() throws IOException {
        // Given
        List<String> events = new ArrayList<>();

        // When
        for (CheckedSubject hit : List.of(ofPupil(), ofTask())) {
            Finding line =
                    Finding.register(hit, Semester.parse("2019-spring"), LocalDate.of(2019, 5, 9), Instant.EPOCH);
            line.assign();
            events.add(json(line));
            line.confirm(INSPECTOR, Instant.EPOCH);
            events.add(json(line));
            line.reportProgress("补办");
            events.add(json(line));
            line.requestClosure(CLERK);
            events.add(json(line));
            line.returnForWork();
            line.requestClosure(CLERK);
            line.close(INSPECTOR, Instant.EPOCH);
            events.add(json(line));
            line.forgetCause();
            line.causeCameBack(hit, LocalDate.of(2019, 6, 3));
            events.add(json(line));
            line.causeGone(Instant.EPOCH);
            events.add(json(line));
        }

        // Then
        assertThat(events)
                .hasSize(14)
                .allSatisfy(event -> assertThat(CONTRACT.faults(event)).isEmpty());
    }

    @Test
    void theExamplesKeepTheContract() {
        assertThat(CONTRACT.examples())
                .allSatisfy(example -> assertThat(CONTRACT.faults(example)).isEmpty());
    }

    @Test
    void aFieldThatIsMissingBreaksTheContract() {
        assertThat(CONTRACT.faults("{\"findingId\":\"" + UUID.randomUUID() + "\"}"))
                .isNotEmpty();
    }

    private static String json(Finding line) throws IOException {
        return JSON.writeValueAsString(FindingChanged.of(line).toEvent().data());
    }

    private static CheckedSubject ofPupil() {
        UUID student = UUID.randomUUID();
        return new CheckedSubject("A04", student, student, OwnerUnit.school("9900000001", "双塔街道"), reasons(), 5);
    }

    private static CheckedSubject ofTask() {
        return new CheckedSubject("NO_PUPIL", UUID.randomUUID(), null, OwnerUnit.town("双塔街道"), reasons(), 5);
    }

    private static List<Reason> reasons() {
        return List.of(new Reason("A04.CMP-03", "漏助", "missed", "basis"));
    }
}
