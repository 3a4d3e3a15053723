package cn.gov.zhuozhou.aid.registry.duplicate;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.duplicate.MergeView.RecordView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Records that may be of one person. Only suggested: two pupils may share a name and a birthday. */
@ApplicationScoped
class Candidates {
    /**
     * Two records to look at.
     *
     * @param ground {@code SAME_IDENTITY}, {@code FORMER_IDENTITY}, or {@code SAME_NAME_AND_BIRTH} where one has no number
     */
    record Pair(String ground, RecordView one, RecordView other) {
        String cursor() {
            return one.studentId() + "_" + other.studentId();
        }
    }

    private static final String SELECT =
            """
            with pair as (
              select p.id as one, q.id as other, 'SAME_IDENTITY' as ground
              from student p join student q on q.identity_index = p.identity_index and q.id > p.id
              where p.merged_into is null and q.merged_into is null
              union all
              select least(p.id, f.holder_id), greatest(p.id, f.holder_id), 'FORMER_IDENTITY'
              from former_identifier f join student p on p.identity_index = f.identifier_index and p.name = f.name
              where f.kind = 'IDENTITY' and p.id <> f.holder_id and p.merged_into is null
              union all
              select p.id, q.id, 'SAME_NAME_AND_BIRTH'
              from student p join student q on q.name = p.name and q.birth_date = p.birth_date and q.id > p.id
              where p.merged_into is null and q.merged_into is null
                and (p.identity_index is null or q.identity_index is null)),
            open as (
              select distinct on (one, other) * from pair c
              where (:after::text is null or (one::text || '_' || other::text) collate "C" > :after) and not exists (
                select 1 from student_merge m
                where m.state in ('PROPOSED', 'REFUSED')
                  and c.one in (m.survivor_id, m.absorbed_id) and c.other in (m.survivor_id, m.absorbed_id))
              order by one, other, ground desc)
            select c.ground, %s, %s
            from open c
            join student p on p.id = c.one left join school ps on ps.code = p.school_code
            join student q on q.id = c.other left join school qs on qs.code = q.school_code
            where (:ownSchool::text is null or (p.school_code = :ownSchool and q.school_code = :ownSchool))
              and (:ownTown::text is null or (ps.town = :ownTown and qs.town = :ownTown))
            order by c.one, c.other limit :most""".formatted(MergeView.columns("one", "p", "ps"), MergeView.columns("other", "q", "qs"));

    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    /** Both records lie in the jurisdiction. */
    List<Pair> list(Jurisdiction jurisdiction, String after, int most) {
        Map<String, Object> values = jurisdiction.parameters();
        values.put("after", after);
        values.put("most", most);
        var session = crypto.session();
        return database.list(
                SELECT,
                values,
                row -> new Pair(
                        row.getString("ground"),
                        RecordView.of(row, "one", session),
                        RecordView.of(row, "other", session)));
    }
}
