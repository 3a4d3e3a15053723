package cn.gov.zhuozhou.aid.registry.student;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
                 and p.withdrawn_by is null and (:wantedSchool::text is null or p.school_code = :wantedSchool)
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
        return find(id, jurisdiction).isPresent();
    }

    Numbers disclose(UUID id) {
        var session = crypto.session();
        return database.first(
                        "select student_number_sealed, identity_sealed from student where id = :id",
                        Map.of("id", id),
                        row -> new Numbers(session.decrypt(row.getBytes(1)), session.decrypt(row.getBytes(2))))
                .orElseThrow();
    }

    /** The pupil of each number (student or identity number), by the number's blind index. */
    Map<UUID, UUID> byIndex(List<UUID> indexes) {
        Map<UUID, UUID> found = new HashMap<>();
        database.list(
                """
                select identity_index, id from student where identity_index = any(:indexes)
                union all
                select student_number_index, id from student
                where student_number_index = any(:indexes) and withdrawn_by is null""",
                Map.of("indexes", indexes),
                row -> found.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
        return found;
    }
}
