package cn.gov.zhuozhou.aid.disbursement;

import cn.gov.zhuozhou.aid.chassis.testing.OpenApiDocument;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@DisbursementTest
class OpenApiTest {
    @Test
    void theInterfaceIsTheOneCheckedIn() throws IOException {
        OpenApiDocument.assertCheckedIn();
    }
}
