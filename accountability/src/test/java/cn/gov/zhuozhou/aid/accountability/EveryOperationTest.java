package cn.gov.zhuozhou.aid.accountability;

import cn.gov.zhuozhou.aid.chassis.testing.EveryOperation;

@ServiceTest
class EveryOperationTest extends EveryOperation {
    EveryOperationTest() {
        super("GET /api/v1/clock");
    }
}
