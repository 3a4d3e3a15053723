package cn.gov.zhuozhou.aid.accountability.assignment;

import cn.gov.zhuozhou.aid.accountability.Conditions;
import java.util.UUID;

/** What a list of assignments is narrowed to; null narrows nothing. */
record AssignmentFilter(String school, UUID person, UUID student, State state) {
    static AssignmentFilter gaps(String school) {
        return new AssignmentFilter(school, null, null, State.GAP);
    }

    Conditions conditions() {
        return new Conditions()
                .and("a.schoolCode = :school", "school", school)
                .and("a.personId = :person", "person", person)
                .and("a.studentId = :student", "student", student)
                .and("a.state = :state", "state", state);
    }
}
