package cn.gov.zhuozhou.aid.registry;

import cn.gov.zhuozhou.aid.chassis.testing.OpenApiDocument;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@RegistryTest
class OpenApiTest {
    @Test
    void theInterfaceIsTheOneCheckedIn() throws IOException {
        OpenApiDocument.assertCheckedIn();
    }
}
