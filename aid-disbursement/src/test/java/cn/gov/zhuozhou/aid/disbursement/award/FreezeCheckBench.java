package cn.gov.zhuozhou.aid.disbursement.award;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How long asking 100,000 awards again takes, beside reading the same facts by SQL alone. Run by name only. */
@DisbursementTest
class FreezeCheckBench {
    private static final int AWARDS = Integer.getInteger("aid.bench.awards", 100_000);

    @Inject
    Database database;

    @Inject
    FreezeCheck freeze;

    @Test
    void everyAwardIsAskedAgain() {
        // Given
        QuarkusTransaction.requiringNew().timeout(600).run(this::fill);
        List<UUID> ids = database.list(
                "select id from award where school_code like 'BENCH%' order by id",
                Map.of(), row -> row.getObject(1, UUID.class));

        // When
        long before = System.nanoTime();
        long rows = 0;
        for (int from = 0; from < ids.size(); from += FreezeCheck.AT_ONCE) {
            rows += database.number(
                    "select count(facts) from (" + FreezeCheck.FACTS + ") facts",
                    Map.of(
                            "ids", ids.subList(from, Math.min(from + FreezeCheck.AT_ONCE, ids.size())),
                            "today", LocalDate.of(2019, 3, 4)));
        }
        long read = System.nanoTime();
        List<FreezeCheck.Verdict> verdicts =
                QuarkusTransaction.requiringNew().timeout(600).call(() -> freeze.of(ids));
        long asked = System.nanoTime();

        // Then
        System.out.printf(
                "%d awards: facts by SQL alone %d ms, freeze check %d ms%n",
                rows, (read - before) / 1_000_000, (asked - read) / 1_000_000);
        assertThat(verdicts).hasSize(AWARDS).allMatch(FreezeCheck.Verdict::ok);
    }

    private void fill() {
        database.update("""
                insert into pupil (student_id, revision, name, school_code, school_name, school_town, stage, grade, class_name,
                                   boarding, enrolment_state)
                select uuidv7(), 1, '某学生', 'BENCH' || n % 100, '某校', '某镇', 'PRIMARY', 3, '1', true, 'IN_SCHOOL'
                from generate_series(1, :n) n
                """, Map.of("n", AWARDS));
        database.update("""
                insert into eligibility (identification_id, student_id, semester, revision, result, state, identified, level,
                                         categories, four_category, valid_basis, ruling_id, received_at)
                select uuidv7(), student_id, '2019-spring', 1, 'CARRIED', 'EFFECTIVE', true, 'SEVERE', '{DIBAO_R}', true,
                       true, uuidv7(), now()
                from pupil where school_code like 'BENCH%'
                """, Map.of());
        database.update("""
                insert into award (id, version, student_id, identification_id, ruling_id, school_code, school_town, semester,
                                   programme, programme_name, form, payer, rate_key, amount_fen, state, because,
                                   policy_version, reasons, proposed_by, approved_by, decided_at, commitment_id, stage,
                                   grade, boarding)
                select uuidv7(), 1, e.student_id, e.identification_id, e.ruling_id, p.school_code, p.school_town,
                       '2019-spring', 'CMP-03', '寄宿生生活补助', 'CASH_CARD', 'COUNTY', 'PRIMARY', 50000, 'APPROVED',
                       'CARRIED', 'bench', '[]', 'a', 'b', now(), uuidv7(), 'PRIMARY', 3, true
                from eligibility e join pupil p on p.student_id = e.student_id where p.school_code like 'BENCH%'
                """, Map.of());
    }
}
