package cn.gov.zhuozhou.aid.inspection;

import cn.gov.zhuozhou.aid.chassis.testing.EveryOperation;

@ComponentTest
class EveryOperationTest extends EveryOperation {
    EveryOperationTest() {
        super("GET /api/v1/clock");
    }
}
