package cn.gov.zhuozhou.aid.registry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.testing.Statements;
import java.io.IOException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every statement of the plan that concerns the registry is listed in {@code STATEMENTS.md} with tests that name it. */
class StatementsTest {
    @Test
    void noneIsLeftOut() throws IOException {
        assertThat(Statements.listed().codes())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.concat(IntStream.rangeClosed(13, 16), IntStream.rangeClosed(65, 84))
                                .mapToObj(n -> "S" + n)
                                .toList());
    }

    @TestFactory
    Stream<DynamicTest> eachIsNamedByTheTestsThatShowIt() throws IOException {
        return Statements.listed().eachNamedByItsTests();
    }
}
