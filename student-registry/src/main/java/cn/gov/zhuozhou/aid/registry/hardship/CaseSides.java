package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads both sides of cases: the register's rows, accepted and refused, and the pupil. */
@ApplicationScoped
class CaseSides {
    /**
     * @param pupil null where the case misses one
     * @param refused of the household, where the case is about a refused row
     */
    record Sides(
            UUID caseId, String kind, long version, RegisterRow register, List<RefusedRow> refused, PupilSide pupil) {
        boolean ofRefusedRow() {
            return kind.endsWith("ROW_REFUSED");
        }
    }

    private static final String SELECT = "select mc.id, mc.kind, mc.version, mc.household_index, " + RegisterRow.COLUMNS
            + ", " + PupilSide.COLUMNS + """

            from match_case mc
            left join register_entry e on e.id = mc.entry_id
            left join feed_batch b on b.id = e.batch_id
            left join student p on p.id = mc.student_id
            left join school s on s.code = p.school_code
            where (:ownSchool::text is null or p.school_code = :ownSchool)
              and (:ownTown::text is null or coalesce(s.town, mc.town) = :ownTown)
            """;

    private static final String REFUSED = """
            select r.batch_id, r.line_no, f.reasons, r.name, r.number_sealed, r.birth_date
            from refused_member r left join feed_row f on f.batch_id = r.batch_id and f.line_no = r.line_no
            where r.household_index = :household and r.source = :source
            order by r.line_no""";

    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    List<Sides> read(Collection<UUID> ids, Actor actor) {
        Map<String, Object> values = actor.jurisdiction().parameters();
        values.put("ids", ids);
        return read(" and mc.id = any(:ids) order by mc.id", values);
    }

    /** The oldest open cases of a kind that has a pupil. */
    List<Sides> open(String kind, int most, Actor actor) {
        Map<String, Object> values = actor.jurisdiction().parameters();
        values.put("kind", kind);
        values.put("most", most);
        return read(
                " and mc.state = 'OPEN' and mc.kind = :kind and p.id is not null order by mc.id limit :most", values);
    }

    private List<Sides> read(String which, Map<String, Object> values) {
        var session = crypto.session();
        return database.list(SELECT + which, values, row -> {
            RegisterRow register = RegisterRow.of(row, session);
            UUID household = row.getObject("household_index", UUID.class);
            boolean asksRefused = row.getString("kind").endsWith("ROW_REFUSED") && register != null;
            return new Sides(
                    row.getObject("id", UUID.class),
                    row.getString("kind"),
                    row.getLong("version"),
                    register,
                    asksRefused ? refused(household, register.source()) : List.of(),
                    row.getObject("pupil_id", UUID.class) == null ? null : PupilSide.of(row, session));
        });
    }

    private List<RefusedRow> refused(UUID household, String source) {
        return database.list(
                REFUSED,
                Map.of("household", household, "source", source),
                row -> new RefusedRow(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        row.getArray(3) == null ? List.of() : Rows.strings(row, 3),
                        row.getString(4),
                        crypto.decrypt(row.getBytes(5)),
                        row.getObject(6, LocalDate.class)));
    }
}
