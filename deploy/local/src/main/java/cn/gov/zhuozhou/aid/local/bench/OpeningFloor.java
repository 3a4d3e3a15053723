package cn.gov.zhuozhou.aid.local.bench;

import cn.gov.zhuozhou.aid.local.LocalSuite;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * The least the opening of a semester can cost on the same tables: its results as one set-based decision in SQL, with a row in
 * {@code identification}, a ruling and an event each, every constraint checked, and rolled back before the commit. It knows the
 * rules this county's data need and no others, and writes only the deciding check of a ruling.
 */
final class OpeningFloor implements AutoCloseable {
    /** How long it took, and how many came out how. */
    record Outcome(Duration taken, Map<String, Long> results) {}

    private static final String DECIDE = """
            create temporary table decided on commit drop as
            select uuidv7() as id, uuidv7() as ruling, f.*,
              case when f.enrolment_state <> 'IN_SCHOOL' then case when f.before then 'REMOVED' end
                when not f.before and f.direct then 'ADDED'
                when f.before and not f.direct and not f.judged then 'REMOVED'
                when f.before and f.direct and f.prior_level <> 'SEVERE' and not f.prior_direct then 'LEVEL_CHANGED'
                when f.before and f.stage = 'SECONDARY_VOCATIONAL' then 'REEVALUATED'
                when f.before then 'CARRIED'
                when f.open then 'DECISION_NEEDED' end as result
            from (
              select s.id as student_id, s.stage, s.enrolment_state, p.student_id is not null as before,
                p.level as prior_level, coalesce(p.categories, '{}') as prior,
                coalesce(p.categories && array['REG_POOR', 'DIBAO_R', 'DIBAO_U', 'TEKUN_R', 'TEKUN_U'], false) as prior_direct,
                coalesce(e.held, '{}') as held, e.held is not null as direct,
                coalesce('SCHOOL_JUDGED' = any (p.categories), false) as judged, m.student_id is not null as open
              from student s
              left join prior_identification p on p.student_id = s.id and p.semester = '2018-autumn'
              left join (select student_id, array_agg(distinct category) as held from evidence where valid_to is null
                         group by student_id) e on e.student_id = s.id
              left join (select distinct student_id from match_case where state = 'OPEN') m on m.student_id = s.id
              where p.student_id is not null or e.student_id is not null or m.student_id is not null) f""";

    private static final String SEMESTER = """
            insert into semester (code, state, job_id, opened_by, opened_by_name, opened_on)
            values ('2019-spring', 'OPEN', uuidv7(), 'floor', 'floor', '2019-03-04')""";

    private static final String RULE = """
            insert into ruling (id, identification_id, student_id, semester, rule_set, rule_set_version, inputs, checks, result,
              level, categories, decided_at, decided_by, decided_by_name)
            select ruling, id, student_id, '2019-spring', '2019-spring', '1',
              jsonb_build_object('semester', '2019-spring', 'enrolment', enrolment_state, 'stage', stage, 'prior',
                case when before then jsonb_build_object('level', prior_level, 'categories', prior) end, 'evidence', held),
              jsonb_build_array(jsonb_build_object('check', 'DECIDED', 'outcome', 'YES', 'reason', result, 'zh', result, 'en',
                result, 'legalBasis', result, 'decisive', true)),
              result, case when result in ('CARRIED', 'ADDED', 'LEVEL_CHANGED') then coalesce(prior_level, 'SEVERE') end,
              case when result in ('CARRIED', 'ADDED', 'LEVEL_CHANGED') then held else '{}' end, now(), 'floor', 'floor'
            from decided where result is not null""";

    private static final String IDENTIFY = """
            insert into identification (id, student_id, semester, version, result, state, identified, level, categories, since,
              proposed_identified, proposed_level, proposed_categories, settled_result, baseline_level, baseline_categories,
              basis, valid_basis, ruling_id, proposed_by, proposed_by_name, changed_at)
            select id, student_id, '2019-spring', 1, result,
              case result when 'CARRIED' then 'EFFECTIVE' when 'DECISION_NEEDED' then 'AWAITING_DECISION' else 'PROPOSED' end,
              before, prior_level, case when result = 'CARRIED' then held else prior end, '2019-03-01', result <> 'REMOVED',
              case when result <> 'REMOVED' then coalesce(prior_level, 'SEVERE') end, held,
              case when result = 'CARRIED' then result end, prior_level, prior, held, direct or judged, ruling, 'floor',
              'floor', now()
            from decided where result is not null""";

    private static final String TELL = """
            insert into outbox (topic, event_key, type, subject, revision, payload)
            select 'student-registry.eligibility', student_id::text, 'cn.gov.zhuozhou.aid.registry.EligibilityChanged.v1',
              id::text, 1, json_build_object('identificationId', id, 'studentId', student_id, 'revision', 1, 'semester',
                '2019-spring', 'result', result, 'state', 'EFFECTIVE', 'identified', before, 'level', prior_level, 'categories',
                held, 'fourCategory', direct, 'validBasis', direct or judged, 'basis', held, 'since', '2019-03-01', 'rulingId',
                ruling, 'noticeId', null, 'reasons', json_build_array(json_build_object('code', result, 'text', result,
                'legalBasis', result)))::text
            from decided where result is not null""";

    private final Connection connection;

    OpeningFloor(LocalSuite suite) throws SQLException {
        connection = suite.postgres().connect("student_registry");
        connection.setAutoCommit(false);
    }

    Outcome open() throws SQLException {
        Map<String, Long> results = new TreeMap<>();
        long begin = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            for (String step : new String[] {DECIDE, SEMESTER, RULE, IDENTIFY, TELL, "set constraints all immediate"}) {
                statement.execute(step);
            }
            Duration taken = Duration.ofNanos(System.nanoTime() - begin);
            try (var rows = statement.executeQuery(
                    "select result, count(*) from identification where semester = '2019-spring' group by result")) {
                while (rows.next()) {
                    results.put(rows.getString(1), rows.getLong(2));
                }
            }
            return new Outcome(taken, results);
        } finally {
            connection.rollback();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
