package cn.gov.zhuozhou.aid.registry.freshness;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rulings of the open semester that lean on a source: in force, or on their way. */
@ApplicationScoped
class LeaningRulings {
    /** @param evidenceAsOf the date of the data the pupil's evidence stands on */
    record Leaning(
            UUID identificationId,
            UUID studentId,
            String schoolCode,
            String semester,
            String result,
            String state,
            List<String> categories,
            LocalDate evidenceAsOf,
            UUID rulingId,
            Instant decidedAt) {}

    private static final String FROM = """
            from (select ev.student_id, array_agg(distinct ev.category order by ev.category) as categories,
                    max(b.as_of) as as_of
                  from evidence ev left join feed_batch b on b.id = ev.batch_id
                  where ev.valid_to is null and ev.source = :source group by ev.student_id) ev
            join identification i on i.student_id = ev.student_id
              and (i.identified or i.proposed_identified and i.state in ('PROPOSED', 'REVIEWED', 'ON_NOTICE'))
            join semester m on m.code = i.semester and m.state in ('OPENING', 'OPEN')
            """;

    @Inject
    Database database;

    long count(String source) {
        return database.first("select count(*) " + FROM, Map.of("source", source), row -> row.getLong(1))
                .orElseThrow();
    }

    List<Leaning> list(String source, Jurisdiction own, UUID after, int most) {
        Map<String, Object> values = new HashMap<>(own.parameters());
        values.put("source", source);
        values.put("after", after);
        values.put("most", most);
        return database.list(
                """
                select i.id, i.student_id, s.school_code, i.semester, i.result, i.state, ev.categories, ev.as_of, i.ruling_id,
                  r.decided_at
                """ + FROM + """
                join student s on s.id = i.student_id
                left join school c on c.code = s.school_code
                join ruling r on r.id = i.ruling_id
                where (:ownSchool::text is null or s.school_code = :ownSchool)
                  and (:ownTown::text is null or c.town = :ownTown) and (:after::uuid is null or i.id > :after)
                order by i.id limit :most""",
                values,
                row -> new Leaning(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        Rows.strings(row, 7),
                        row.getObject(8, LocalDate.class),
                        row.getObject(9, UUID.class),
                        Rows.instant(row, 10)));
    }
}
