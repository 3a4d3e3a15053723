package cn.gov.zhuozhou.aid.accountability;

import cn.gov.zhuozhou.aid.chassis.testing.OpenApiDocument;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@ServiceTest
class OpenApiTest {
    @Test
    void theInterfaceIsTheOneCheckedIn() throws IOException {
        OpenApiDocument.assertCheckedIn();
    }
}
