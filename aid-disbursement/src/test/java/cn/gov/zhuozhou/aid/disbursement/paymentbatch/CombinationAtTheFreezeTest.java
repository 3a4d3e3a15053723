package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.award.ApprovedPupils.Approved;
import cn.gov.zhuozhou.aid.disbursement.award.PolicyPlay;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two awards that went together when they were approved and do not when their money is frozen: the one that falls is left out. */
@DisbursementTest
class CombinationAtTheFreezeTest {
    private static final String GRANT = "HS-01";
    private static final String ONE_OF_THEM = """
            {"upsert": {"combinations": [{"code": "ONE_AID", "kind": "PAIR", "kept": "HS-02", "dropped": "HS-01",
              "verdict": "EXCLUDE", "enabled": true, "textZh": "只享受一项", "textEn": "One of them", "document": "ZZ-LOCAL"}]},
             "delete": [{"kind": "COMBINATION", "name": ["WAIVER_AND_GRANT"]}]}
            """;

    @Inject
    BatchPlay play;

    private final String school = "H" + UUID.randomUUID().toString().substring(0, 9);

    @Test
    void aSetThatCameIntoForceAfterTheApprovalIsHeldAgainstThem() {
        // Given
        String semester = "2061-spring";
        String later = PolicyPlay.approved(semester, ONE_OF_THEM).version();
        Approved both = payable(semester, true);
        Approved grantOnly = payable(semester, false);
        Batch draft = approved(semester);
        // As it is until the job comes that has the awards follow the set.
        BatchPlay.in(() -> play.database.update(
                "update policy_set set state = 'IN_FORCE', in_force_since = now() where version = :version",
                Map.of("version", later)));

        // When
        Batch frozen = BatchPlay.in(() -> play.freezing.freeze(draft.id(), "*", BatchPlay.CHECKER));

        // Then
        assertThat(leftOut(draft)).containsExactly(both.student() + " COMBINATION.ONE_AID");
        assertThat(play.lines(frozen.id()))
                .filteredOn(line -> line.sequence() != null)
                .extracting(BatchLines.Line::studentId)
                .containsExactly(grantOnly.student());
        assertThat(frozen.frozenFen()).isEqualTo(165_000);
    }

    @Test
    void aRulingThatGrantsTheOtherOneLateIsHeldAgainstThem() {
        // Given
        String semester = "2062-spring";
        PolicyPlay.inForce(semester, ONE_OF_THEM);
        Approved late = payable(semester, false);
        payable(semester, false);
        Batch draft = approved(semester);
        play.database.update(
                "update eligibility set four_category = true where student_id = :student",
                Map.of("student", late.student()));

        // When
        Batch frozen = BatchPlay.in(() -> play.freezing.freeze(draft.id(), "*", BatchPlay.CHECKER));

        // Then
        assertThat(leftOut(draft)).containsExactly(late.student() + " COMBINATION.ONE_AID");
        assertThat(frozen.frozenLines()).isEqualTo(1);
    }

    private Approved payable(String semester, boolean fourCategories) {
        Approved pupil = play.pupils.atHighSchool(school, semester, fourCategories);
        play.account(pupil.student());
        return pupil;
    }

    private Batch approved(String semester) {
        play.fund(GRANT, 1_000_000);
        Batch draft = BatchPlay.in(() -> play.acts.create(
                new Batch.Selection(Batch.Kind.REGULAR, GRANT, semester, school, null, null), BatchPlay.MAKER));
        return play.approved(draft);
    }

    private List<String> leftOut(Batch batch) {
        return play.strings("""
                select o.student_id || ' ' || (r ->> 'code') from payment_left_out o, jsonb_array_elements(o.reasons::jsonb) r
                where o.batch_id = :batch
                """, Map.of("batch", batch.id()));
    }
}
