package cn.gov.zhuozhou.aid.disbursement;

import cn.gov.zhuozhou.aid.chassis.testing.Posts;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Without the application, so it runs after all the tests that start it. */
class EveryPostTest {
    private static final Map<String, String> REPEATABLE = Map.of(
            "/api/v1/bank-layouts/payments/preview",
            "shows what a layout would make of an invented batch; nothing is written");

    @Test
    void takesAKeyOrMayBeRepeated() {
        Posts.ofInterface().assertKeyed(REPEATABLE);
    }

    @Test
    void wasSentTwiceAtOnce() {
        Posts.ofInterface().assertSentTwice();
    }
}
