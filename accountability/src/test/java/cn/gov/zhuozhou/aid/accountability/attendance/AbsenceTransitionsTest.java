package cn.gov.zhuozhou.aid.accountability.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.accountability.attendance.AbsenceTransitions.Occasion;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbsenceTransitionsTest {
    @Test
    void theWholeTable() {
        // When
        Map<String, String> table = new TreeMap<>();
        for (AbsenceState from : AbsenceState.values()) {
            for (Occasion occasion : Occasion.values()) {
                AbsenceTransitions.next(from, occasion)
                        .ifPresent(to -> table.merge(occasion + " → " + to, from.name(), (a, b) -> a + " " + b));
            }
        }

        // Then
        String open = "SUSPECTED DROPOUT PERSUADING LOST";
        assertThat(table)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "TIME_PASSED → DROPOUT",
                        "SUSPECTED",
                        "PERSUASION_BEGUN → PERSUADING",
                        open,
                        "CAME_BACK → RETURNED",
                        "SUSPECTED DROPOUT PERSUADING HOME_TEACHING LOST",
                        "NOT_FOUND → LOST",
                        "SUSPECTED DROPOUT PERSUADING",
                        "HOME_TEACHING_GRANTED → HOME_TEACHING",
                        open,
                        "EXEMPTED → EXEMPT",
                        open,
                        "FOUND_ELSEWHERE → OUT_OF_AREA_VERIFIED",
                        open,
                        "ABSENT_AGAIN → SUSPECTED",
                        "RETURNED HOME_TEACHING EXEMPT OUT_OF_AREA_VERIFIED",
                        "END_IN_DOUBT → SUSPECTED",
                        "EXEMPT OUT_OF_AREA_VERIFIED"));
    }

    @Test
    void whatStandsInNoRowIsAStateConflict() {
        assertThatThrownBy(() -> AbsenceTransitions.of(AbsenceState.RETURNED, Occasion.PERSUASION_BEGUN))
                .isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @CsvSource({
        // absent since 1 February; more than 7 days, then more than 30
        "2019-02-08, false, false",
        "2019-02-09, true,  false",
        "2019-03-10, true,  false",
        "2019-03-11, true,  true",
    })
    void anAbsenceIsSuspectedAfterSomeDaysAndADropoutAfterMore(LocalDate today, boolean suspected, boolean dropout) {
        // Given
        var threshold = new Threshold(7, 30);
        LocalDate since = LocalDate.of(2019, 2, 1);

        // When
        boolean isSuspected = threshold.isSuspected(since, today);
        boolean isDropout = threshold.isDropout(since, today);

        // Then
        assertThat(isSuspected).isEqualTo(suspected);
        assertThat(isDropout).isEqualTo(dropout);
    }

    @ParameterizedTest
    @CsvSource({
        "ANSWERED, OUT_OF_SCHOOL,  ",
        "ANSWERED, WRONG_NUMBER,   ",
        "ANSWERED, NOT_FOUND,      NOT_FOUND",
        "SETTLED,  OUT_OF_AREA,    FOUND_ELSEWHERE",
        "SETTLED,  MOVED,          FOUND_ELSEWHERE",
        "SETTLED,  OVER_AGE,       EXEMPTED",
        "SETTLED,  NOT_SCHOOL_AGE, EXEMPTED",
        "SETTLED,  DECEASED,       EXEMPTED",
        "REOPENED, ,               END_IN_DOUBT",
        "A_STATE_TO_COME, OUT_OF_AREA, ",
    })
    void onlyWhatTwoPeopleAgreedToEndsACaseUntilItIsInDoubt(String state, String answer, Occasion expected) {
        // Given
        var told = new ReverseCheckAnswer(UUID.randomUUID(), 2L, state, answer, "镇", 2009, "PRIMARY", null, null);

        // When
        Occasion said = told.says().orElse(null);

        // Then
        assertThat(said).isEqualTo(expected);
        assertThat(told.isOutOfSchool()).isEqualTo("ANSWERED".equals(state) && "OUT_OF_SCHOOL".equals(answer));
    }
}
