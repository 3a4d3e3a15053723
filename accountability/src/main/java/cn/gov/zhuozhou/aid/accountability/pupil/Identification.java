package cn.gov.zhuozhou.aid.accountability.pupil;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;

/** A pupil's identification of one semester as the registry last told of it. */
@Entity
@SuppressWarnings("UnusedVariable") // fields are read by queries
class Identification {
    @Id
    private UUID id;

    private UUID studentId;
    private long revision;
    private LocalDate semesterFirstDay;
    private boolean identified;

    @Version
    private long version;

    protected Identification() {}

    Identification(EligibilityChange told) {
        id = told.identificationId();
        studentId = told.studentId();
        take(told);
    }

    /** Takes over what is newer than what is held. */
    void follow(EligibilityChange told) {
        if (told.revision() > revision) {
            take(told);
        }
    }

    private void take(EligibilityChange told) {
        revision = told.revision();
        semesterFirstDay = told.semester().firstDay();
        identified = told.identified();
    }

    boolean identified() {
        return identified;
    }
}
