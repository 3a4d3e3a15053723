package cn.gov.zhuozhou.aid.disbursement.university;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.Masked;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.attachment.Attachments;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Turns;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.award.AppliedAwards;
import cn.gov.zhuozhou.aid.disbursement.payee.Payees;
import cn.gov.zhuozhou.aid.disbursement.pupil.Pupil;
import cn.gov.zhuozhou.aid.disbursement.university.FreshmanResource.ApplicationRequest;
import cn.gov.zhuozhou.aid.disbursement.university.FreshmanTransitions.Occasion;
import cn.gov.zhuozhou.aid.disbursement.university.FreshmanTransitions.State;
import cn.gov.zhuozhou.aid.disbursement.university.rule.Applicant;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Aid to freshmen of university (HE-04, S145): applied for at the school of graduation, checked there, approved by the county within the
 * school's quota, once to a person ever. Each step is another person's. The approval grants an award, which batches pay.
 */
@ApplicationScoped
class FreshmanGrants extends Applications<FreshmanGrants.Grant> {
    static final String SUBJECT = "freshman-grant";
    private static final String PROGRAMME = "HE-04";

    /**
     * An application and what became of it.
     *
     * @param amountFen by the rates in force when it was last decided
     * @param payment the state of its last payment; null before a batch takes it up
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Grant(
            UUID id,
            long version,
            State state,
            UUID studentId,
            String studentName,
            String schoolCode,
            int year,
            UUID universityId,
            String university,
            String rateKey,
            long amountFen,
            String policyVersion,
            UUID awardId,
            String awardState,
            String payment,
            LocalDate paidOn,
            @JsonIgnore String schoolTown,
            @JsonIgnore UUID personIndex,
            @JsonIgnore String appliedBy,
            @JsonIgnore String checkedBy)
            implements Application {
        /** He leaves school in the spring of the year. */
        AppliedAwards.Application application() {
            return new AppliedAwards.Application(
                    id,
                    personIndex,
                    studentId,
                    new Semester(year, Semester.Half.SPRING),
                    PROGRAMME,
                    rateKey,
                    schoolCode,
                    schoolTown);
        }
    }

    /** A school's year: places given and taken, and how far its applications are. */
    record Overview(
            String schoolCode,
            int year,
            Integer places,
            int applied,
            int checked,
            int approved,
            int paid,
            int refused,
            long paidFen) {}

    private static final String SELECT = """
            select x.id, x.version, x.state, x.student_id, x.student_name, x.school_code, x.school_town, x.year, x.university_id,
              u.name as university, x.rate_key, x.amount_fen, x.policy_version, x.person_index, x.applied_by, x.checked_by,
              a.id as award_id, a.state as award_state, l.state as payment, coalesce(x.paid_on, l.settled_at::date) as paid_on
            from freshman_grant x join university u on u.id = x.university_id
            left join award a on a.application_id = x.id
            left join lateral (
              select y.state, case y.state when 'SETTLED' then y.settled_at end as settled_at from payment_line y
              where y.award_id = a.id and y.state <> 'VOID' order by y.id desc limit 1) l on true
            """;

    @Inject
    Universities universities;

    @Inject
    Payees payees;

    @Inject
    AppliedAwards awards;

    @Inject
    Attachments attachments;

    @Inject
    BusinessClock clock;

    @Inject
    Turns turns;

    @Inject
    Trail trail;

    FreshmanGrants() {
        super(SUBJECT, "freshman_grant", "year", SELECT, FreshmanGrants::read);
    }

    Grant apply(ApplicationRequest asked, String authorization, Actor actor) {
        Payees.ProvenPupil proven =
                payees.prove(asked.studentId(), asked.name(), asked.identityNumber(), authorization);
        Pupil pupil = applicants.require(proven.studentId(), actor);
        Universities.University university = universities.require(asked.universityId());
        turns.alone(SUBJECT, proven.personIndex());
        int year = clock.today().getYear();
        String key = university.told().inProvince() ? "IN_PROVINCE" : "OUT_OF_PROVINCE";
        Applicants.Amount amount = applicants.rate(PROGRAMME, key, year).orElse(null);
        Applicant facts = applicants.facts(pupil, year);
        Applicants.refuseWhere(facts.freshmanRefusals(
                applicants.graduateRule(), grantedBefore(proven), amount == null ? null : amount.fen()));
        UUID id = Ids.next();
        database.update(
                """
                insert into freshman_grant (id, version, state, student_id, person_index, student_name, school_code, school_town, year,
                  university_id, rate_key, amount_fen, policy_version, applied_by)
                values (:id, 1, 'APPLIED', :student, :person, :name, :school, :town, :year, :university, :key, :amount, :policy, :by)
                """,
                Values.of("id", id)
                        .and("student", pupil.id())
                        .and("person", proven.personIndex())
                        .and("name", pupil.name())
                        .and("school", pupil.place().schoolCode())
                        .and("town", pupil.place().schoolTown())
                        .and("year", year)
                        .and("university", university.id())
                        .and("key", key)
                        .and("amount", amount.fen())
                        .and("policy", amount.policyVersion())
                        .and("by", actor.id()));
        trail.record(actor, "freshman-grant.applied", SUBJECT, id.toString(), null, Map.of("student", pupil.id()));
        return find(id, actor.jurisdiction()).orElseThrow();
    }

    private boolean grantedBefore(Payees.ProvenPupil proven) {
        return database.number("""
                        select count(*) from freshman_grant
                        where state <> 'REFUSED' and (person_index = :person or student_id = :student)
                        """, Map.of("person", proven.personIndex(), "student", proven.studentId())) > 0;
    }

    /** The school has seen the admission letter; it has to be among the files. */
    Grant check(UUID id, String ifMatch, Actor actor) {
        Grant grant = locked(id, ifMatch, actor);
        if (actor.is(grant.appliedBy())) {
            throw new ProblemException(CommonProblem.SAME_PERSON);
        }
        if (attachments.of(SUBJECT, id.toString()).isEmpty()) {
            throw new ProblemException(UniversityProblem.PROOF_MISSING);
        }
        return move(grant, Occasion.SCHOOL_CHECK, ", checked_by = :by", Map.of(), null, actor);
    }

    /** The county approves within what it has given the school. */
    Grant approve(UUID id, String ifMatch, Actor actor) {
        Grant grant = locked(id, ifMatch, actor);
        if (actor.is(grant.appliedBy()) || actor.is(grant.checkedBy())) {
            throw new ProblemException(CommonProblem.SAME_PERSON);
        }
        turns.alone("freshman-quota/" + grant.schoolCode() + "/" + grant.year());
        boolean free = database.number("""
                        select count(*) from freshman_quota q where q.school_code = :school and q.year = :year and q.places >
                          (select count(*) from freshman_grant g where g.school_code = q.school_code and g.year = q.year
                            and g.state = 'APPROVED')
                        """, Map.of("school", grant.schoolCode(), "year", grant.year())) == 1;
        FreshmanTransitions.of(grant.state(), Occasion.APPROVE);
        if (!free) {
            throw new ProblemException(UniversityProblem.QUOTA_USED);
        }
        AppliedAwards.Granted granted = awards.grant(grant.application(), checker(grant), actor);
        return move(
                grant,
                Occasion.APPROVE,
                ", approved_by = :by, amount_fen = :amount, policy_version = :policy",
                Map.of("amount", granted.amountFen(), "policy", granted.policyVersion()),
                null,
                actor);
    }

    /** The school proposes, in the books of awards, what the county approves. */
    private Actor checker(Grant grant) {
        String name = applicants.events(grant.id()).stream()
                .filter(event -> event.occasion().equals(Occasion.SCHOOL_CHECK.name()))
                .map(Applicants.Event::byName)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return new Actor(grant.checkedBy(), name, Jurisdiction.parse("school:" + grant.schoolCode()));
    }

    Grant refuse(UUID id, String ifMatch, String reason, Actor actor) {
        Grant grant = locked(id, ifMatch, actor);
        if (actor.is(grant.appliedBy())) {
            throw new ProblemException(CommonProblem.SAME_PERSON);
        }
        if (grant.state() == State.APPROVED) {
            withdraw(grant, reason, actor);
        }
        return move(grant, Occasion.REFUSE, "", Map.of(), reason, actor);
    }

    /** What the county approved the county takes back. */
    private void withdraw(Grant grant, String reason, Actor actor) {
        if (!actor.jurisdiction().isBureau()) {
            throw ProblemException.notFound();
        }
        if (grant.awardId() == null) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT);
        }
        awards.withdraw(grant.id(), grant.studentId(), Masked.anywhere(reason), actor);
    }

    private Grant move(Grant grant, Occasion occasion, String with, Map<String, ?> values, String reason, Actor actor) {
        State to = FreshmanTransitions.of(grant.state(), occasion);
        database.update(
                "update freshman_grant set state = :to, version = version + 1" + with + " where id = :id",
                Values.of(values).and("to", to).and("id", grant.id()).and("by", actor.id()));
        return stepped(grant, occasion, to, reason, actor);
    }

    void quota(String school, int year, int places, String document, Actor actor) {
        turns.alone("freshman-quota/" + school + "/" + year);
        database.update(
                """
                insert into freshman_quota (school_code, year, places, document, set_by) values (:school, :year, :places, :document, :by)
                on conflict (school_code, year) do update
                  set places = excluded.places, document = excluded.document, set_by = excluded.set_by,
                    version = freshman_quota.version + 1
                """, Map.of("school", school, "year", year, "places", places, "document", document, "by", actor.id()));
        trail.record(
                actor, "freshman-quota.set", "freshman-quota", school + "/" + year, document, Map.of("places", places));
    }

    List<Overview> overview(int year, Jurisdiction own) {
        return database.list(
                """
                select coalesce(g.school_code, q.school_code), q.places,
                  count(g.id) filter (where g.state = 'APPLIED'), count(g.id) filter (where g.state = 'SCHOOL_CHECKED'),
                  count(g.id) filter (where g.state = 'APPROVED'), count(g.id) filter (where g.paid),
                  count(g.id) filter (where g.state = 'REFUSED'), coalesce(sum(g.amount_fen) filter (where g.paid), 0)
                from (
                  select f.*, f.paid_on is not null or exists (
                    select from award a join payment_line l on l.award_id = a.id and l.state = 'SETTLED'
                    where a.application_id = f.id) as paid
                  from freshman_grant f where f.year = :year) g
                full join (select * from freshman_quota where year = :year) q on q.school_code = g.school_code
                where (cast(:ownSchool as text) is null or coalesce(g.school_code, q.school_code) = :ownSchool)
                  and (cast(:ownTown as text) is null or coalesce(g.school_town,
                    (select p.school_town from pupil p where p.school_code = q.school_code limit 1)) = :ownTown)
                group by 1, 2 order by 1
                """,
                Values.of(own.parameters()).and("year", year),
                row -> new Overview(
                        row.getString(1),
                        year,
                        row.getObject(2, Integer.class),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7),
                        row.getLong(8)));
    }

    private static Grant read(ResultSet row) throws SQLException {
        return new Grant(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                Rows.constant(row, "state", State.class),
                row.getObject("student_id", UUID.class),
                row.getString("student_name"),
                row.getString("school_code"),
                row.getInt("year"),
                row.getObject("university_id", UUID.class),
                row.getString("university"),
                row.getString("rate_key"),
                row.getLong("amount_fen"),
                row.getString("policy_version"),
                row.getObject("award_id", UUID.class),
                row.getString("award_state"),
                row.getString("payment"),
                row.getObject("paid_on", LocalDate.class),
                row.getString("school_town"),
                row.getObject("person_index", UUID.class),
                row.getString("applied_by"),
                row.getString("checked_by"));
    }
}
