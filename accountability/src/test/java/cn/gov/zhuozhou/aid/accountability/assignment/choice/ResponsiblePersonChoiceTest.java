package cn.gov.zhuozhou.aid.accountability.assignment.choice;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.accountability.assignment.choice.Choice.Chosen;
import cn.gov.zhuozhou.aid.accountability.assignment.choice.Choice.Gap;
import cn.gov.zhuozhou.aid.accountability.assignment.choice.Choice.Ground;
import cn.gov.zhuozhou.aid.accountability.assignment.choice.Choice.Lack;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResponsiblePersonChoiceTest {
    private static final String SCHOOL = "9900000001";
    private static final Pupil PUPIL = new Pupil(SCHOOL, 3, "2");

    @Test
    void theTeacherOfHisClassComesBeforeAnyoneWithFewerPupils() {
        // Given
        Candidate classTeacher = candidate("T2", 9);
        Candidate idle = candidate("T1", 0);
        var posts = List.of(leads(classTeacher, 3, "2"), teaches(idle));

        // When
        Choice choice = ResponsiblePersonChoice.of(PUPIL, List.of(idle, classTeacher), posts);

        // Then
        assertThat(choice).isEqualTo(new Chosen(classTeacher, "CLASS_TEACHER", Ground.CLASS_TEACHER_OF_CLASS));
    }

    @Test
    void theTeacherOfTheSameClassInAnotherGradeHasNoPrecedence() {
        // Given
        Candidate otherGrade = candidate("T1", 1);
        Candidate idle = candidate("T2", 0);
        var posts = List.of(leads(otherGrade, 4, "2"), teaches(idle));

        // When
        Choice choice = ResponsiblePersonChoice.of(PUPIL, List.of(otherGrade, idle), posts);

        // Then
        assertThat(choice).isEqualTo(new Chosen(idle, "TEACHER", Ground.FEWEST_PUPILS));
    }

    @Test
    void theTeacherWithTheFewestPupilsIsChosen() {
        // Given
        Candidate busy = candidate("T1", 3);
        Candidate free = candidate("T2", 2);

        // When
        Choice choice = ResponsiblePersonChoice.of(PUPIL, List.of(busy, free), List.of(teaches(busy), teaches(free)));

        // Then
        assertThat(choice).isEqualTo(new Chosen(free, "TEACHER", Ground.FEWEST_PUPILS));
    }

    @Test
    void ofEqualsTheLowestStaffNumberIsChosenInWhateverOrderTheyCome() {
        // Given
        Candidate first = candidate("T1", 2);
        Candidate second = candidate("T2", 2);
        var posts = List.of(teaches(second), teaches(first));

        // When
        Choice choice = ResponsiblePersonChoice.of(PUPIL, List.of(second, first), posts);

        // Then
        assertThat(choice).isEqualTo(new Chosen(first, "TEACHER", Ground.FEWEST_PUPILS));
    }

    @Test
    void aClassTeacherWhoseClassIsNotKnownIsATeacherLikeOthers() {
        // Given
        Candidate classTeacher = candidate("T1", 0);
        var posts = List.of(leads(classTeacher, null, null));

        // When
        Choice choice = ResponsiblePersonChoice.of(new Pupil(SCHOOL, null, null), List.of(classTeacher), posts);

        // Then
        assertThat(choice).isEqualTo(new Chosen(classTeacher, "CLASS_TEACHER", Ground.FEWEST_PUPILS));
    }

    @Test
    void principalsTakeVillagesAndNotPupils() {
        // Given
        Candidate principal = candidate("T1", 0);
        var posts = List.of(new HeldPost(principal.personId(), SCHOOL, "PRINCIPAL", false, null, null));

        // When
        Choice choice = ResponsiblePersonChoice.of(PUPIL, List.of(principal), posts);

        // Then
        assertThat(choice).isEqualTo(new Gap(Lack.NO_TEACHER));
    }

    @Test
    void aTeacherOfAnotherSchoolIsNotChosen() {
        // Given
        Candidate stranger = candidate("T1", 0);
        var posts = List.of(new HeldPost(stranger.personId(), "9900000002", "TEACHER", true, null, null));

        // When
        Choice choice = ResponsiblePersonChoice.of(PUPIL, List.of(stranger), posts);

        // Then
        assertThat(choice).isEqualTo(new Gap(Lack.NO_STAFF_KNOWN));
    }

    @Test
    void withoutAnyStaffThereIsAGap() {
        // When
        Choice choice = ResponsiblePersonChoice.of(PUPIL, List.of(), List.of());

        // Then
        assertThat(choice).isEqualTo(new Gap(Lack.NO_STAFF_KNOWN));
    }

    private static Candidate candidate(String staffNumber, long load) {
        return new Candidate(UUID.randomUUID(), staffNumber, "教师" + staffNumber, load);
    }

    private static HeldPost teaches(Candidate candidate) {
        return new HeldPost(candidate.personId(), SCHOOL, "TEACHER", true, null, null);
    }

    private static HeldPost leads(Candidate candidate, Integer grade, String className) {
        return new HeldPost(candidate.personId(), SCHOOL, "CLASS_TEACHER", true, grade, className);
    }
}
