package cn.gov.zhuozhou.aid.registry.payeecheck;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.identity.IdentityNumber;
import cn.gov.zhuozhou.aid.registry.identity.StudentNumber;
import cn.gov.zhuozhou.aid.registry.payeecheck.PayeeCheckResource.Asked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Compares holders with the roll, any number of them in one statement. */
@ApplicationScoped
class PayeeChecks {
    private static final String PEOPLE = """
            with asked as (
              select e.place, coalesce(e.id, (select h.student_id from student_number_holder h
                where h.student_number_index = e.number order by h.rank limit 1)) as student_id
              from unnest(cast(:ids as uuid[]), cast(:numbers as uuid[])) with ordinality as e (id, number, place))
            select a.place, s.id, s.name, s.identity_index,
              s.guardian_name, s.guardian_identity_index, s.guardian_relation, s.guardian_legal,
              s.second_guardian_name, s.second_guardian_identity_index, s.second_guardian_relation, s.second_guardian_legal,
              s.guardians_revision
            from asked a
            join student t on t.id = a.student_id
            join student s on s.id = coalesce(t.merged_into, t.id)
            left join school c on c.code = s.school_code
            where (cast(:ownSchool as text) is null or s.school_code = :ownSchool)
              and (cast(:ownTown as text) is null or c.town = :ownTown)
            """;

    private record Found(int place, UUID studentId, List<Holding.Known> people, int guardiansRevision) {}

    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    @Inject
    Trail trail;

    /** One answer per entry, in the same order. */
    List<Holding> check(List<Asked> entries, Actor actor) {
        FieldCryptoSession session = crypto.session();
        List<UUID> ids = new ArrayList<>();
        List<UUID> numbers = new ArrayList<>();
        for (Asked asked : entries) {
            ids.add(asked.studentId());
            numbers.add(studentIndex(asked.studentNumber(), session));
        }
        Map<String, Object> values = actor.jurisdiction().parameters();
        values.put("ids", ids);
        values.put("numbers", numbers);
        Map<Integer, Found> found = new HashMap<>();
        database.list(PEOPLE, values, PayeeChecks::read).forEach(pupil -> found.put(pupil.place(), pupil));
        List<Holding> answers = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Found pupil = found.get(i + 1);
            answers.add(pupil == null ? Holding.unknownPupil() : holding(pupil, entries.get(i), session));
        }
        trail.record(actor, "payee.checked", "student", "-", null, Map.of("asked", entries.size()));
        return answers;
    }

    private static Holding holding(Found pupil, Asked asked, FieldCryptoSession session) {
        UUID holder = IdentityNumber.read(asked.holderIdentityNumber())
                .ifValid()
                .map(number -> session.index("identity-number", number.value()))
                .orElse(null);
        return Holding.of(pupil.studentId(), pupil.people(), asked.holderName(), holder)
                .asOf(pupil.guardiansRevision());
    }

    private static UUID studentIndex(String number, FieldCryptoSession session) {
        return StudentNumber.read(number) instanceof StudentNumber.Reading.Valid valid
                ? session.index("student-number", valid.number().value())
                : null;
    }

    private static Found read(ResultSet row) throws SQLException {
        return new Found(
                row.getInt(1),
                row.getObject(2, UUID.class),
                List.of(
                        new Holding.Known(
                                Holding.Kind.SELF, row.getString(3), row.getObject(4, UUID.class), null, null),
                        guardian(row, 5),
                        guardian(row, 9)),
                row.getInt(13));
    }

    private static Holding.Known guardian(ResultSet row, int column) throws SQLException {
        return new Holding.Known(
                Holding.Kind.GUARDIAN,
                row.getString(column),
                row.getObject(column + 1, UUID.class),
                row.getString(column + 2),
                row.getObject(column + 3, Boolean.class));
    }
}
