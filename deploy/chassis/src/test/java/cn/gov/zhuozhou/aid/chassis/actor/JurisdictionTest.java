package cn.gov.zhuozhou.aid.chassis.actor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class JurisdictionTest {
    @Test
    void theBureauCoversEverySchool() {
        assertThat(Jurisdiction.parse("bureau").coversSchool("9900000001", "双塔街道"))
                .isTrue();
    }

    @Test
    void aTownCoversTheSchoolsThatLieInIt() {
        var town = Jurisdiction.parse("town:双塔街道");

        assertThat(town.coversSchool("9900000001", "双塔街道")).isTrue();
        assertThat(town.coversSchool("9900000004", "桃园街道")).isFalse();
        assertThat(town.town()).isEqualTo("双塔街道");
        assertThat(town.school()).isNull();
    }

    @Test
    void aSchoolCoversItselfOnly() {
        var school = Jurisdiction.parse("school:9900000001");

        assertThat(school.coversSchool("9900000001", "双塔街道")).isTrue();
        assertThat(school.coversSchool("9900000002", "双塔街道")).isFalse();
        assertThat(school.claim()).isEqualTo("school:9900000001");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "county", "school:", "teacher:1"})
    void aClaimNobodyUnderstandsSeesNothing(String claim) {
        var nothing = Jurisdiction.parse(claim);

        assertThat(nothing.coversSchool("9900000001", "双塔街道")).isFalse();
        assertThat(nothing.school()).isEmpty();
        assertThat(nothing.town()).isEmpty();
    }
}
