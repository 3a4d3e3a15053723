package cn.gov.zhuozhou.aid.disbursement;

import cn.gov.zhuozhou.aid.chassis.testing.EveryOperation;

@DisbursementTest
class EveryOperationTest extends EveryOperation {
    EveryOperationTest() {
        super("GET /api/v1/clock");
    }
}
