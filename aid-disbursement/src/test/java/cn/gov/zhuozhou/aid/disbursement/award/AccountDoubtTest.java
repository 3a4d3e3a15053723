package cn.gov.zhuozhou.aid.disbursement.award;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.payee.AccountsOf;
import cn.gov.zhuozhou.aid.disbursement.payee.AccountsOf.Family;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the registry tells of a pupil reaches his account in the same transaction as his awards. */
@DisbursementTest
class AccountDoubtTest {
    @Inject
    RegistryConsumer consumer;

    @Inject
    AccountsOf accounts;

    @Inject
    Database database;

    @Test
    @DisplayName("A10: a guardian's account waits from the message on that tells of other guardians")
    void theMessageIsFollowed() {
        // Given
        Family family = accounts.family(Stage.PRIMARY, "D" + UUID.randomUUID());
        accounts.confirmed(family.ofGuardian(AccountsOf.card()));
        assertThat(waiting(family)).isEqualTo("in order");

        // When
        Map<String, Object> pupil = new HashMap<>(Map.of(
                "studentId",
                family.student(),
                "revision",
                2,
                "name",
                family.name(),
                "schoolCode",
                family.school(),
                "stage",
                "PRIMARY",
                "grade",
                3,
                "className",
                "1",
                "boarding",
                false,
                "enrolmentState",
                "IN_SCHOOL",
                "guardiansRevision",
                2));
        consumer.on(RegistryPupil.poll(List.of(RegistryPupil.message(
                "student-registry.student",
                RegistryConsumer.STUDENT,
                family.student().toString(),
                family.student(),
                2,
                RegistryPupil.json(pupil)))));

        // Then
        assertThat(waiting(family)).isEqualTo("GUARDIANS_CHANGED");
    }

    private String waiting(Family family) {
        return database.first(
                        "select coalesce(ask_again, 'in order') from payee_account where student_id = :student",
                        Map.of("student", family.student()),
                        row -> row.getString(1))
                .orElseThrow();
    }
}
