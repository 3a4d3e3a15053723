package cn.gov.zhuozhou.aid.accountability.pupil;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/** A pupil as the registry last told of him. */
@Entity
public class Pupil {
    private static final String IN_SCHOOL = "IN_SCHOOL";

    @Id
    private UUID studentId;

    private long revision;
    private String name;
    private String schoolCode;
    private String schoolName;
    private String schoolTown;
    private Integer grade;
    private String className;
    private String enrolmentState;

    @Version
    private long version;

    protected Pupil() {}

    Pupil(StudentChange told) {
        studentId = told.studentId();
        take(told);
    }

    /** Takes over what is newer than what is held. */
    void follow(StudentChange told) {
        if (told.revision() > revision) {
            take(told);
        }
    }

    private void take(StudentChange told) {
        revision = told.revision();
        name = told.name();
        schoolCode = told.schoolCode();
        schoolName = told.schoolName();
        schoolTown = told.schoolTown();
        grade = told.grade();
        className = told.className();
        enrolmentState = told.enrolmentState();
    }

    public UUID studentId() {
        return studentId;
    }

    public String name() {
        return name;
    }

    public String schoolCode() {
        return schoolCode;
    }

    public String schoolName() {
        return schoolName;
    }

    public String schoolTown() {
        return schoolTown;
    }

    public Integer grade() {
        return grade;
    }

    public String className() {
        return className;
    }

    public String enrolmentState() {
        return enrolmentState;
    }

    public boolean inSchool() {
        return IN_SCHOOL.equals(enrolmentState);
    }
}
