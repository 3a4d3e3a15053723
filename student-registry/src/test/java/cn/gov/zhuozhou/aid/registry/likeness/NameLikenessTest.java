package cn.gov.zhuozhou.aid.registry.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameLikenessTest {
    @ParameterizedTest
    @CsvSource({
        "张偉,张伟,TRADITIONAL_SIMPLIFIED",
        "马龑,马䶮,TRADITIONAL_SIMPLIFIED",
        "李鋐,李𬭎,TRADITIONAL_SIMPLIFIED",
        "王小峯,王小峰,VARIANT_FORM",
        "赵喆,赵哲,VARIANT_FORM",
        "淩晓,凌晓,VARIANT_FORM",
        "冼星,洗星,LOOK_ALIKE",
        "刘己,刘巳,LOOK_ALIKE",
        "张玮,张伟,HOMOPHONE",
        "付㛃,付洁,HOMOPHONE",
        "马䶮,马?,RARE_CHARACTER_REPLACED",
        "马䶮,马\uE863,RARE_CHARACTER_REPLACED",
        "李𬭎明,李□明,RARE_CHARACTER_REPLACED",
        "付㛃文,付··文,RARE_CHARACTER_REPLACED",
        "李𬭎,李钅厷,RARE_CHARACTER_SPLIT",
        "付㛃文,付女吉文,RARE_CHARACTER_SPLIT",
        "李𬭎明,李明,RARE_CHARACTER_DROPPED",
        "马䶮,马.,RARE_CHARACTER_DROPPED",
        "买买提·艾力,买买提艾力,MIDDLE_DOT",
        "张小明,张明小,CHARACTERS_SWAPPED"
    })
    void aKnownWayOfWritingIsSuggestedEitherWayRound(String one, String other, Likeness how) {
        assertThat(NameLikeness.of(one, other)).containsExactly(how);
        assertThat(NameLikeness.of(other, one)).containsExactly(how);
    }

    @Test
    void severalDifferencesAreAllNamed() {
        assertThat(NameLikeness.of("馮㛃峯", "冯?峰"))
                .isEqualTo(List.of(
                        Likeness.TRADITIONAL_SIMPLIFIED, Likeness.VARIANT_FORM, Likeness.RARE_CHARACTER_REPLACED));
    }

    @ParameterizedTest
    @CsvSource({"张伟,李强", "张伟,张强", "张伟,张大伟", "张?,张伟", "张伟,章维", "张三,张三", "'',张三", "张小明,小明张"})
    void whatNothingKnownExplainsIsNoSuggestion(String one, String other) {
        assertThat(NameLikeness.of(one, other)).isEmpty();
    }
}
