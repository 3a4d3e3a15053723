package cn.gov.zhuozhou.aid.chassis.problem;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemKindTest {
    @Test
    void aKindAnswersWithWhatItsConstantCarries() {
        ProblemKind kind = CommonProblem.SAME_PERSON;

        assertThat(kind.status()).isEqualTo(422);
        assertThat(kind.title()).isEqualTo(Text.of("须由另一人办理", "Another person has to do this"));
        assertThat(kind.type()).isEqualTo("urn:aid:problem:same-person");
    }

    @ParameterizedTest
    @EnumSource(CommonProblem.class)
    void everyCommonKindAnswers(CommonProblem kind) {
        assertThat(kind.status()).isBetween(400, 599);
        assertThat(kind.title().zh()).isNotBlank();
    }
}
