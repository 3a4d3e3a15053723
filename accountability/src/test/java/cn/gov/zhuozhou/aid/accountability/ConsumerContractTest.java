package cn.gov.zhuozhou.aid.accountability;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.testing.Contract;
import java.util.List;
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
        "student-registry, ReverseCheckAnswered, taskId revision state answer town birthYear expectedStage outOfSchoolSince answeredOn",
        "aid-disbursement, AwardChanged, awardId revision studentId semester programme programmeName form payer amountFen setOffFen"
                + " givenBackFen state identificationId rulingId findingId policyVersion proposedBy approvedBy decidedAt reasons",
        "aid-disbursement, PaymentSettled, lineId revision studentId awardId batchId reissueOf semester programme amountFen settledOn",
        "aid-disbursement, PaymentReturned, lineId revision studentId awardId batchId reissueOf semester programme amountFen"
                + " returnedOn reason reissueDue",
        "inspection-rectification, FindingChanged, findingId revision code state studentId ownerUnit deadline openedAt confirmedAt"
                + " confirmedBy closedAt closedBy reasons",
    })
    void everyFieldReadHereIsRequiredThere(String producer, String event, String fields) {
        assertThat(Contract.of(producer, event).required()).containsAll(List.of(fields.split(" ")));
    }
}
