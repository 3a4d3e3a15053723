package cn.gov.zhuozhou.aid.accountability.pupil;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.FlushModeType;
import java.util.Optional;
import java.util.UUID;

/** The pupils of the county as the registry last told of them. */
@ApplicationScoped
public class Pupils implements PanacheRepositoryBase<Pupil, UUID> {
    void follow(StudentChange told) {
        findByIdOptional(told.studentId()).ifPresentOrElse(p -> p.follow(told), () -> persist(new Pupil(told)));
    }

    void follow(EligibilityChange told) {
        Optional.ofNullable(getEntityManager().find(Identification.class, told.identificationId()))
                .ifPresentOrElse(i -> i.follow(told), () -> getEntityManager().persist(new Identification(told)));
        flush(); // isAided looks at what is written
    }

    /** Aided pupils are in school and identified in force; the newest semester told of decides. */
    public boolean isAided(Pupil pupil) {
        return pupil.inSchool()
                && getEntityManager()
                        .createQuery(
                                "from Identification where studentId = :student order by semesterFirstDay desc, id desc",
                                Identification.class)
                        .setParameter("student", pupil.studentId())
                        .setFlushMode(FlushModeType.COMMIT) // a poll brings many pupils; they are written together
                        .setMaxResults(1)
                        .getResultStream()
                        .anyMatch(Identification::identified);
    }
}
