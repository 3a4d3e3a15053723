package cn.gov.zhuozhou.aid.chassis;

import cn.gov.zhuozhou.aid.chassis.testing.Posts;
import org.junit.jupiter.api.Test;

/** Without the application, so it runs after all the tests that start it. */
class EveryPostTest {
    @Test
    void wasSentTwiceAtOnce() {
        Posts.ofTheChassis().assertSentTwice();
    }
}
