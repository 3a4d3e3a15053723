package cn.gov.zhuozhou.aid.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.testing.Statements;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Statements of the plan and auditors' checks that concern money are listed in {@code STATEMENTS.md} with tests that name them. */
class StatementsTest {
    private static final List<String> STATEMENTS = List.of(
            "S15", "S28", "S70", "S71", "S72", "S79", "S80", "S81", "S82", "S129", "S130", "S131", "S138", "S142",
            "S145", "S146");
    private static final List<String> AUDIT_CHECKS =
            List.of("A01", "A02", "A03", "A04", "A05", "A06", "A07", "A08", "A09", "A10", "A12", "A13", "A15", "A17");

    @Test
    void noneIsLeftOut() throws IOException {
        assertThat(Statements.listed().codes())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(STATEMENTS.stream(), AUDIT_CHECKS.stream())
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> eachIsNamedByTheTestsThatShowIt() throws IOException {
        return Statements.listed().eachNamedByItsTests();
    }
}
