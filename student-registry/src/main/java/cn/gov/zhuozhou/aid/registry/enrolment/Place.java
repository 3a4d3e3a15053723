package cn.gov.zhuozhou.aid.registry.enrolment;

import cn.gov.zhuozhou.aid.registry.identification.rule.EnrolmentState;
import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;
import java.util.Objects;

/** What enrolment says of a pupil. */
record Place(
        String schoolCode, Stage stage, int grade, String className, boolean boarding, EnrolmentState enrolmentState) {

    boolean present() {
        return enrolmentState == EnrolmentState.IN_SCHOOL || enrolmentState == EnrolmentState.SUSPENDED;
    }

    boolean sameSchool(Place other) {
        return Objects.equals(schoolCode, other.schoolCode);
    }

    boolean higherThan(Place other) {
        int stages = stage.compareTo(other.stage);
        return stages > 0 || (stages == 0 && grade > other.grade);
    }
}
