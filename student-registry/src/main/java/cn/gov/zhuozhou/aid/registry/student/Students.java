package cn.gov.zhuozhou.aid.registry.student;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.Masked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Pupils within a jurisdiction; outside it nobody is found. */
@ApplicationScoped
public class Students {
    /** Both numbers in clear, for a disclosure with a reason. */
    record Numbers(String studentNumber, String identityNumber) {}

    /**
     * A number no longer in use.
     *
     * @param kind {@code IDENTITY} or {@code STUDENT_NUMBER}
     * @param name the pupil's name at that time
     * @param validFrom null where it is not known
     * @param validTo the first day another number was known
     */
    record FormerNumber(String kind, String number, String name, LocalDate validFrom, LocalDate validTo) {}

    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    List<StudentView> list(
            Jurisdiction jurisdiction, String school, String className, String name, UUID after, int most) {
        Map<String, Object> values = jurisdiction.parameters();
        values.put("wantedSchool", school);
        values.put("className", className);
        values.put("name", name);
        values.put("after", after);
        values.put("most", most);
        var session = crypto.session();
        return database.list(StudentView.SELECT + """
                 and p.merged_into is null and p.withdrawn_by is null
                  and (:wantedSchool::text is null or p.school_code = :wantedSchool)
                  and (:className::text is null or p.class_name = :className) and (:name::text is null or p.name = :name)
                  and (:after::uuid is null or p.id > :after)
                order by p.id limit :most""", values, row -> StudentView.of(row, session));
    }

    Optional<StudentView> find(UUID id, Jurisdiction jurisdiction) {
        Map<String, Object> values = jurisdiction.parameters();
        values.put("id", id);
        var session = crypto.session();
        return database.first(StudentView.SELECT + " and p.id = :id", values, row -> StudentView.of(row, session));
    }

    /** Whether the pupil is known and lies in the jurisdiction. */
    public boolean exists(UUID id, Jurisdiction jurisdiction) {
        return merged(id, jurisdiction).isPresent();
    }

    /** Whether the pupil's record counts, or another in its place; empty where he is not known in the jurisdiction. */
    private Optional<Boolean> merged(UUID id, Jurisdiction jurisdiction) {
        Map<String, Object> values = jurisdiction.parameters();
        values.put("id", id);
        return database.first("""
                select p.merged_into is not null from student p left join school s on s.code = p.school_code
                where p.id = :id and (:ownSchool::text is null or p.school_code = :ownSchool)
                  and (:ownTown::text is null or s.town = :ownTown)""", values, row -> row.getBoolean(1));
    }

    /** Ends the request where a pupil is not known in the jurisdiction, or his record was merged into another. */
    public void requireCurrent(UUID id, Jurisdiction jurisdiction) {
        boolean merged = merged(id, jurisdiction).orElseThrow(ProblemException::notFound);
        if (merged) {
            throw new ProblemException(StudentProblem.MERGED_AWAY);
        }
    }

    /** The pupil with this identity number, by its blind index, wherever he is at school. */
    public Optional<UUID> withNumber(UUID identityIndex) {
        return Optional.ofNullable(byIndex(List.of(identityIndex)).get(identityIndex));
    }

    Numbers disclose(UUID id) {
        var session = crypto.session();
        return database.first(
                        "select student_number_sealed, identity_sealed from student where id = :id",
                        Map.of("id", id),
                        row -> new Numbers(session.decrypt(row.getBytes(1)), session.decrypt(row.getBytes(2))))
                .orElseThrow();
    }

    /** The pupil of each number (student or identity number, also a former one), by the number's blind index. */
    Map<UUID, UUID> byIndex(List<UUID> indexes) {
        Map<UUID, UUID> found = new HashMap<>();
        database.list(
                """
                select identity_index, student_id, not certain as former from pupil_identity
                where identity_index = any(:indexes)
                union all
                select student_number_index, student_id, rank > 0 from student_number_holder
                where student_number_index = any(:indexes)
                order by former, student_id""",
                Map.of("indexes", indexes),
                row -> found.putIfAbsent(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
        return found;
    }

    /** Numbers the pupil went by and does not any more, masked; the last first. */
    List<FormerNumber> formerNumbers(UUID id) {
        var session = crypto.session();
        return database.list(
                """
                select kind, sealed, name, valid_from, valid_to from former_identifier where holder_id = :id
                order by valid_to desc, id desc""",
                Map.of("id", id),
                row -> new FormerNumber(
                        row.getString(1),
                        Masked.number(session.decrypt(row.getBytes(2))),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class)));
    }
}
