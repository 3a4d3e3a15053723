package cn.gov.zhuozhou.aid.disbursement.university;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.Masked;
import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicySets;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PolicySet;
import cn.gov.zhuozhou.aid.disbursement.pupil.Pupil;
import cn.gov.zhuozhou.aid.disbursement.pupil.Pupils;
import cn.gov.zhuozhou.aid.disbursement.university.rule.Applicant;
import cn.gov.zhuozhou.aid.disbursement.university.rule.Refusal;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What grants and loans share: who applies, what policy pays, what happened. */
@ApplicationScoped
class Applicants {
    /** What policy pays or lends at most, and by which set. */
    record Amount(long fen, String policyVersion) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Event(String occasion, String state, String reason, String byName, Instant at) {}

    @Inject
    Database database;

    @Inject
    Pupils pupils;

    @Inject
    PolicySets policies;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    /** The pupil within the actor's jurisdiction. */
    Pupil require(UUID studentId, Actor actor) {
        return pupils.find(studentId)
                .filter(pupil -> actor.jurisdiction()
                        .coversSchool(pupil.place().schoolCode(), pupil.place().schoolTown()))
                .orElseThrow(ProblemException::notFound);
    }

    Applicant facts(Pupil pupil, int year) {
        boolean identified = database.number("""
                        select count(*) from eligibility where student_id = :student and semester = :semester and identified
                        """, Map.of("student", pupil.id(), "semester", year + "-spring")) > 0;
        return new Applicant(
                pupil.place().stage().name(),
                pupil.place().grade(),
                pupil.place().inSchool(),
                "GRADUATED".equals(pupil.place().enrolmentState()),
                identified);
    }

    Applicant.GraduateRule graduateRule() {
        return database.first(
                        """
                        select stages, final_grade from graduate_rule where valid_from <= :today order by valid_from desc limit 1
                        """,
                        Map.of("today", clock.today()),
                        row -> new Applicant.GraduateRule(new HashSet<>(Rows.strings(row, 1)), row.getInt(2)))
                .orElseThrow();
    }

    void addRule(LocalDate from, List<String> stages, int finalGrade, Actor actor) {
        int added = database.update("""
                insert into graduate_rule (valid_from, stages, final_grade, added_by) values (:from, :stages, :grade, :by)
                on conflict (valid_from) do nothing
                """, Map.of("from", from, "stages", stages, "grade", finalGrade, "by", actor.id()));
        if (added == 0) {
            throw new ProblemException(UniversityProblem.ALREADY_ENTERED);
        }
        trail.record(actor, "graduate-rule.added", "graduate-rule", from.toString(), null, Map.of("stages", stages));
    }

    /** The rate of the autumn a university year begins with. */
    Optional<Amount> rate(String programme, String key, int year) {
        Optional<PolicySet> set = policies.in(Semester.parse(year + "-autumn"));
        return set.flatMap(in -> in.rate(programme, key).map(rate -> new Amount(rate.amountFen(), in.version())));
    }

    static void refuseWhere(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new ProblemException(
                    UniversityProblem.APPLICATION_REFUSED,
                    Text.of("", ""),
                    refusals.stream()
                            .map(one -> new ProblemException.FieldError("application", one.name(), one.text()))
                            .toList());
        }
    }

    void remember(String subject, UUID id, long version, Enum<?> occasion, Enum<?> state, String reason, Actor actor) {
        database.update(
                """
                insert into university_event (id, subject, subject_id, version, occasion, state, reason, by_id, by_name, at)
                values (:event, :subject, :id, :version, :occasion, :state, :reason, :by, :byName, :now)
                """,
                Values.of("event", Ids.next())
                        .and("subject", subject)
                        .and("id", id)
                        .and("version", version)
                        .and("occasion", occasion)
                        .and("state", state)
                        .and("reason", Masked.anywhere(reason))
                        .and("by", actor.id())
                        .and("byName", actor.name())
                        .and("now", clock.now()));
        trail.record(
                actor,
                subject + "." + occasion.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                subject,
                id.toString(),
                Masked.anywhere(reason),
                Map.of("state", state));
    }

    List<Event> events(UUID id) {
        return database.list(
                "select occasion, state, reason, by_name, at from university_event where subject_id = :id order by id",
                Map.of("id", id),
                row -> new Event(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), Rows.instant(row, 5)));
    }
}
