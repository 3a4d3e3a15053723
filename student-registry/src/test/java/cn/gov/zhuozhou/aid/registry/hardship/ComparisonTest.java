package cn.gov.zhuozhou.aid.registry.hardship;

import static cn.gov.zhuozhou.aid.registry.hardship.Difference.Field.GUARDIAN_NUMBER;
import static cn.gov.zhuozhou.aid.registry.hardship.Difference.Field.NAME;
import static cn.gov.zhuozhou.aid.registry.hardship.Difference.Field.NUMBER;
import static cn.gov.zhuozhou.aid.registry.hardship.Difference.Field.TOWN;
import static cn.gov.zhuozhou.aid.registry.hardship.Difference.Field.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.registry.likeness.Likeness;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final LocalDate BIRTH = LocalDate.of(2010, 1, 1);
    private static final String NUMBER_ONE = "999999201001010016";

    @Test
    void eachFieldSaysWhetherAndWhyItDiffers() {
        // Given
        var register = new PersonFacts("付㛃峯", "999999201001010017", BIRTH, "豆庄镇", "一村", "付强", NUMBER_ONE);
        var enrolment = new PersonFacts("付?峰", NUMBER_ONE, BIRTH, "豆庄镇", "二村", "付 强", null);

        // When
        Comparison comparison = Comparison.of(register, enrolment);

        // Then
        assertThat(comparison.of(NAME))
                .isEqualTo(new Difference(
                        NAME,
                        Difference.Kind.ALIKE,
                        java.util.List.of(Likeness.VARIANT_FORM, Likeness.RARE_CHARACTER_REPLACED)));
        assertThat(comparison.of(NUMBER).likenesses()).containsExactly(Likeness.CHECK_CHARACTER);
        assertThat(comparison.isSame(TOWN)).isTrue();
        assertThat(comparison.of(VILLAGE).kind()).isEqualTo(Difference.Kind.DIFFERENT);
        assertThat(comparison.isSame(Difference.Field.GUARDIAN_NAME)).isTrue();
        assertThat(comparison.of(GUARDIAN_NUMBER).kind()).isEqualTo(Difference.Kind.NOT_ON_ENROLMENT);
        assertThat(comparison.pattern("NAME_CONFLICT"))
                .isEqualTo("NAME_CONFLICT NAME=VARIANT_FORM+RARE_CHARACTER_REPLACED NUMBER=CHECK_CHARACTER VILLAGE");
    }

    @Test
    void numbersAreShownMaskedAndTheFactsPrintNothing() {
        var facts = new PersonFacts("付强", NUMBER_ONE, BIRTH, "豆庄镇", "一村", "付强", NUMBER_ONE);
        assertThat(facts.shown(NUMBER)).isEqualTo("**************0016");
        assertThat(facts.shown(GUARDIAN_NUMBER)).isEqualTo("**************0016");
        assertThat(facts.toString()).doesNotContain("0016");
    }
}
