package cn.gov.zhuozhou.aid.registry;

import cn.gov.zhuozhou.aid.chassis.testing.Posts;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Without the application, so it runs after all the tests that start it. */
class EveryPostTest {
    private static final Map<String, String> REPEATABLE = Map.of(
            "/api/v1/payee-checks",
            "a question; nothing is written",
            "/api/v1/students/lookups",
            "a question; the trail tells each time it is asked",
            "/api/v1/exports/{id}/downloads",
            "each taking of the file counts, a repeated one too, for another copy leaves the house");

    @Test
    void takesAKeyOrMayBeRepeated() {
        Posts.ofInterface().assertKeyed(REPEATABLE);
    }

    @Test
    void wasSentTwiceAtOnce() {
        Posts.ofInterface().assertSentTwice();
    }
}
