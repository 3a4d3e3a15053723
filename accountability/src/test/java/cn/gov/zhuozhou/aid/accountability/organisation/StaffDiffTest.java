package cn.gov.zhuozhou.aid.accountability.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StaffDiffTest {
    private static final LocalDate MARCH = LocalDate.of(2019, 3, 1);
    private static final String SCHOOL = "9900000001";
    private static final PostPlace TEACHER = new PostPlace(SCHOOL, "TEACHER", null, null);

    private final Person gao = new Person("T1", "高敏");
    private final Post held = new Post(gao.id(), TEACHER, MARCH.minusMonths(6));
    private final StaffRows list = new StaffRows(Map.of("教师", "TEACHER", "班主任", "CLASS_TEACHER"));

    @Test
    void theSameListChangesNothing() {
        // Given
        row("T1", "高敏", "教师");

        // When
        StaffDiff diff = StaffDiff.between(List.of(gao), List.of(held), list, MARCH);

        // Then
        assertThat(diff).isEqualTo(new StaffDiff(List.of(), List.of(), List.of(), List.of(), Set.of()));
    }

    @Test
    void whoIsNoLongerNamedHasLeftHisPost() {
        // Given
        row("T2", "段文", "教师");

        // When
        StaffDiff diff = StaffDiff.between(List.of(gao), List.of(held), list, MARCH);

        // Then
        assertThat(diff.ended()).containsExactly(held);
        assertThat(diff.joined()).extracting(Person::staffNumber).containsExactly("T2");
        assertThat(diff.schools()).containsExactly(SCHOOL);
    }

    @Test
    void nobodyLosesHisPostThroughARefusedRow() {
        // Given
        row("T1", "高敏", "门卫");

        // When
        StaffDiff diff = StaffDiff.between(List.of(gao), List.of(held), list, MARCH);

        // Then
        assertThat(diff.ended()).isEmpty();
    }

    @Test
    void anotherPostBeginsWhereTheFormerEnds() {
        // Given
        row("T1", "高敏", "班主任");

        // When
        StaffDiff diff = StaffDiff.between(List.of(gao), List.of(held), list, MARCH);

        // Then
        assertThat(diff.ended()).containsExactly(held);
        assertThat(diff.started())
                .extracting(Post::place)
                .containsExactly(new PostPlace(SCHOOL, "CLASS_TEACHER", null, null));
        assertThat(diff.joined()).isEmpty();
    }

    @Test
    void aCorrectedNameIsTakenOver() {
        // Given
        row("T1", "高闽", "教师");

        // When
        StaffDiff diff = StaffDiff.between(List.of(gao), List.of(held), list, MARCH);

        // Then
        assertThat(diff.renamed()).extracting(Person::name).containsExactly("高闽");
        assertThat(diff.schools()).containsExactly(SCHOOL);
    }

    private void row(String number, String name, String post) {
        list.add(2, new StaffLine(number, name, SCHOOL, post, null, null));
    }
}
