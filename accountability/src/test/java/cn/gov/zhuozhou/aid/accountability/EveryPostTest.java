package cn.gov.zhuozhou.aid.accountability;

import cn.gov.zhuozhou.aid.chassis.testing.Posts;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Without the application, so it runs after all the tests that start it. */
class EveryPostTest {
    private static final Map<String, String> REPEATABLE = Map.of();

    @Test
    void takesAKeyOrMayBeRepeated() {
        Posts.ofInterface().assertKeyed(REPEATABLE);
    }

    @Test
    void wasSentTwiceAtOnce() {
        Posts.ofInterface().assertSentTwice();
    }
}
