package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.Rest;
import java.util.Map;
import java.util.UUID;

/** Fees as the officer of a pupil's school records them. */
final class Fees {
    private Fees() {}

    static String collect(RegistryPupil pupil, String semester, String fee, int fen) {
        return Rest.post(
                        Tokens.clerk("school:" + pupil.school()),
                        "fee-receipts",
                        Map.of(
                                "schoolCode",
                                pupil.school(),
                                "studentId",
                                pupil.id,
                                "semester",
                                semester,
                                "fee",
                                fee,
                                "number",
                                UUID.randomUUID().toString(),
                                "amountFen",
                                fen,
                                "receivedOn",
                                "2019-03-01"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static void giveBack(RegistryPupil pupil, String receipt, int fen) {
        Rest.post(
                        Tokens.clerk("school:" + pupil.school()),
                        "fee-receipts/" + receipt + "/refunds",
                        Map.of("kind", "REFUND", "amountFen", fen, "refundedOn", "2019-03-04", "reason", "已免学费，退还学生"))
                .then()
                .statusCode(201);
    }
}
