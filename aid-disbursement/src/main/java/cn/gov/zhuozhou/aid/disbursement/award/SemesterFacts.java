package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import cn.gov.zhuozhou.aid.disbursement.pupil.Place;
import cn.gov.zhuozhou.aid.disbursement.pupil.Places;
import cn.gov.zhuozhou.aid.disbursement.pupil.School;
import cn.gov.zhuozhou.aid.disbursement.recovery.Recoveries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What is true of a pupil in a semester. Awards, the freeze and what-ifs decide on it alike.
 *
 * @param now where he is
 * @param onCensusDay null where the day is not set or not over
 * @param ruling null where none is known
 * @param wrong null where inspection confirmed nothing
 * @param recovered why no aid is granted at all; null where nothing bars it
 */
record SemesterFacts(Place now, Place onCensusDay, Eligibility ruling, WrongAward wrong, Reason recovered) {
    /** Of the aliases {@link #JOINS} makes, and of the pupil {@code p}. */
    static final String COLUMNS = """
            p.school_code, p.school_town, p.stage, p.grade, p.boarding, p.enrolment_state,
            l.school_code, l.school_town, l.stage, l.grade, l.boarding, l.enrolment_state,
            w.finding_id, w.text_zh, w.text_en, w.legal_basis, v.reason, v.legal_basis,
            %s
            """.formatted(Eligibilities.COLUMNS);

    static final int WIDTH = 28;

    /** Of the alias {@code a}, which has a student_id and a semester. */
    static final String JOINS = Places.ON_CENSUS_DAY + """
            left join lateral (
              select * from eligibility x where x.student_id = a.student_id and x.semester = a.semester
              order by identified desc, received_at desc, identification_id desc limit 1) e on true
            left join lateral (
              select * from wrong_award x where x.student_id = a.student_id and x.stands
                and semester_first_day(x.semester) <= semester_first_day(a.semester)
              order by x.finding_id limit 1) w on true
            left join lateral (
              select * from recovery x where x.student_id = a.student_id and a.semester = any (x.semesters)
              order by x.id limit 1) v on true
            """;

    /**
     * What a decision looks at.
     *
     * @param settled what awards rest on that keep his place, as {@link SettledAwards} reads it
     * @param schools what each is in the semester, by code
     */
    DecisionInput input(List<Basis> settled, Function<String, School> schools, String policyVersion) {
        Place place = PlaceOfSemester.of(now, Optional.ofNullable(onCensusDay), settled);
        return new DecisionInput(
                ruling, place, schools.apply(place.schoolCode()), wrong, recovered, policyVersion, null);
    }

    /** Reads {@link #COLUMNS} from a column on. */
    static SemesterFacts read(ResultSet row, int from) throws SQLException {
        return new SemesterFacts(
                place(row, from),
                place(row, from + 6),
                row.getObject(from + 18) == null ? null : Eligibilities.read(row, from + 18),
                wrong(row, from + 12),
                row.getString(from + 16) == null
                        ? null
                        : Recoveries.barring(row.getString(from + 16), row.getString(from + 17)));
    }

    private static Place place(ResultSet row, int from) throws SQLException {
        return row.getString(from) == null ? null : Places.place(row, from);
    }

    private static WrongAward wrong(ResultSet row, int from) throws SQLException {
        UUID finding = row.getObject(from, UUID.class);
        return finding == null
                ? null
                : new WrongAward(finding, row.getString(from + 1), row.getString(from + 2), row.getString(from + 3));
    }
}
