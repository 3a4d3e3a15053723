package cn.gov.zhuozhou.aid.accountability.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.accountability.organisation.StaffRow.Outcome;
import cn.gov.zhuozhou.aid.accountability.organisation.StaffRow.Refusal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaffRowsTest {
    private static final String SCHOOL = "9900000001";
    private final StaffRows list = new StaffRows(Map.of("教师", "TEACHER", "班主任", "CLASS_TEACHER"));

    @Test
    void fullWidthSignsAndSpacesMakeNoDifference() {
        // When
        list.add(2, new StaffLine(" ｔ００００１ ", "高　敏 ", "９９００００００01", " 教 师", "", ""));

        // Then
        assertThat(list.accepted())
                .containsExactly(new StaffEntry("T00001", "高敏", new PostPlace(SCHOOL, "TEACHER", null, null)));
    }

    @Test
    void theSameRowAgainIsADuplicate() {
        // Given
        list.add(2, new StaffLine("T1", "高敏", SCHOOL, "教师", null, null));

        // When
        list.add(3, new StaffLine("T1", "高 敏", SCHOOL, "教师", null, null));

        // Then
        assertThat(list.rows()).last().isEqualTo(new StaffRow(3, Outcome.DUPLICATE, "T1", null));
    }

    @Test
    void aSecondPostOfTheSamePersonIsAccepted() {
        // Given
        list.add(2, new StaffLine("T1", "高敏", SCHOOL, "教师", null, null));

        // When
        list.add(3, new StaffLine("T1", "高敏", SCHOOL, "班主任", "3", "2"));

        // Then
        assertThat(list.accepted())
                .extracting(StaffEntry::place)
                .containsExactly(
                        new PostPlace(SCHOOL, "TEACHER", null, null), new PostPlace(SCHOOL, "CLASS_TEACHER", 3, "2"));
    }

    @Test
    void anotherNameUnderTheSameNumberIsRefused() {
        // Given
        list.add(2, new StaffLine("T1", "高敏", SCHOOL, "教师", null, null));

        // When
        list.add(3, new StaffLine("T1", "高明", SCHOOL, "班主任", null, null));

        // Then
        assertThat(list.rows()).last().isEqualTo(new StaffRow(3, Outcome.REFUSED, "T1", Refusal.NAME_DIFFERS));
    }

    @ParameterizedTest
    @CsvSource({
        "T1, '', 9900000001, 教师, '', NAME_MISSING",
        "T1, 高敏, 990000001, 教师, '', SCHOOL_CODE_MALFORMED",
        "T1, 高敏, 9900000001, 门卫, '', POST_UNKNOWN",
        "T1, 高敏, 9900000001, 班主任, 三, GRADE_MALFORMED",
        "999999198106041615, 高敏, 9900000001, 教师, '', STAFF_NUMBER_MALFORMED",
    })
    void aRowThatCannotBeRightIsRefusedWithItsReason(
            String number, String name, String school, String post, String grade, Refusal reason) {
        // When
        list.add(2, new StaffLine(number, name, school, post, grade, null));

        // Then
        assertThat(list.rows()).extracting(StaffRow::reason).containsExactly(reason);
    }

    @Test
    void anIdentityNumberInTheWrongColumnIsNotKept() {
        // When
        list.add(2, new StaffLine("999999198106041615", "高敏", SCHOOL, "教师", null, null));

        // Then
        assertThat(list.rows()).extracting(StaffRow::staffNumber).containsOnlyNulls();
    }
}
