package cn.gov.zhuozhou.aid.inspection;

import cn.gov.zhuozhou.aid.chassis.testing.OpenApiDocument;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@ComponentTest
class OpenApiTest {
    @Test
    void theInterfaceIsTheOneCheckedIn() throws IOException {
        OpenApiDocument.assertCheckedIn();
    }
}
