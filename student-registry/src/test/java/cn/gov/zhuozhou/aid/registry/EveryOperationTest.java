package cn.gov.zhuozhou.aid.registry;

import cn.gov.zhuozhou.aid.chassis.testing.EveryOperation;

@RegistryTest
class EveryOperationTest extends EveryOperation {
    EveryOperationTest() {
        super("GET /api/v1/clock", "GET /public/notices/{token}");
    }
}
