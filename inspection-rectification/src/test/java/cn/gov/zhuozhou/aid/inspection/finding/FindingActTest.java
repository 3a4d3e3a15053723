package cn.gov.zhuozhou.aid.inspection.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The whole table of states. */
class FindingActTest {
    @Test
    void everyActLeadsFromAndToTheStatesOfTheTable() {
        // When
        String table = Arrays.stream(FindingAct.values())
                .map(act -> act + ": "
                        + Arrays.stream(FindingState.values())
                                .filter(from -> act.leadsFrom(from).isPresent())
                                .map(from -> from + ">" + act.leadsFrom(from).orElseThrow())
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));

        // Then
        assertThat(table).isEqualTo("""
                REGISTERED_BY_CHECK: REGISTERED>REGISTERED
                ASSIGNED_TO_UNIT: REGISTERED>ASSIGNED
                CONFIRMED: ASSIGNED>ASSIGNED IN_PROGRESS>IN_PROGRESS SUBMITTED_FOR_CLOSE>SUBMITTED_FOR_CLOSE REOPENED>REOPENED
                PROGRESS_REPORTED: ASSIGNED>IN_PROGRESS IN_PROGRESS>IN_PROGRESS REOPENED>IN_PROGRESS
                CLOSURE_REQUESTED: IN_PROGRESS>SUBMITTED_FOR_CLOSE
                CLOSURE_RETURNED: SUBMITTED_FOR_CLOSE>IN_PROGRESS
                CLOSED_BY_PERSON: SUBMITTED_FOR_CLOSE>CLOSED
                CAUSE_GONE: REGISTERED>CLOSED ASSIGNED>CLOSED IN_PROGRESS>CLOSED SUBMITTED_FOR_CLOSE>CLOSED REOPENED>CLOSED
                CAUSE_CAME_BACK: CLOSED>REOPENED
                RESTATED: REGISTERED>REGISTERED ASSIGNED>ASSIGNED IN_PROGRESS>IN_PROGRESS\
                 SUBMITTED_FOR_CLOSE>SUBMITTED_FOR_CLOSE REOPENED>REOPENED""");
    }
}
