package cn.gov.zhuozhou.aid.disbursement.university;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.Masked;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.attachment.Attachments;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Turns;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.payee.Payees;
import cn.gov.zhuozhou.aid.disbursement.pupil.Pupil;
import cn.gov.zhuozhou.aid.disbursement.university.LoanTransitions.Occasion;
import cn.gov.zhuozhou.aid.disbursement.university.LoanTransitions.State;
import cn.gov.zhuozhou.aid.disbursement.university.StudentLoanResource.LoanRequest;
import cn.gov.zhuozhou.aid.disbursement.university.StudentLoanResource.StepRequest;
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
import java.util.Optional;
import java.util.UUID;

/**
 * Loans of graduates (S146): those of the county's aid centre from the application to the bank's release, and those a university gave,
 * recorded so that nobody has both in one year.
 */
@ApplicationScoped
class StudentLoans {
    static final String SUBJECT = "student-loan";
    private static final String PROGRAMME = "LN-01";

    enum Kind {
        /** 生源地信用助学贷款 */
        ORIGIN,
        /** 校园地国家助学贷款 */
        CAMPUS
    }

    enum Level {
        UNDERGRADUATE,
        POSTGRADUATE
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Loan(
            UUID id,
            long version,
            Kind kind,
            State state,
            UUID studentId,
            String studentName,
            String schoolCode,
            int academicYear,
            Level level,
            UUID universityId,
            String university,
            long amountFen,
            long capFen,
            String policyVersion,
            String coBorrower,
            String coBorrowerIs,
            String contractReference,
            LocalDate sentOn,
            LocalDate returnedOn,
            LocalDate releasedOn,
            @JsonIgnore String appliedBy) {}

    /** A school's loans of a year, by how far they are. */
    record Overview(String schoolCode, int academicYear, State state, int loans, long amountFen) {}

    private static final String SELECT = """
            select l.id, l.version, l.kind, l.state, l.student_id, l.student_name, l.school_code, l.academic_year, l.level,
              l.university_id, u.name as university, l.amount_fen, l.cap_fen, l.policy_version, l.co_borrower, l.co_borrower_is,
              l.contract_reference, l.sent_on, l.returned_on, l.released_on, l.applied_by
            from student_loan l join university u on u.id = l.university_id
            where (cast(:ownSchool as text) is null or l.school_code = :ownSchool)
              and (cast(:ownTown as text) is null or l.school_town = :ownTown)
            """;

    @Inject
    Database database;

    @Inject
    Applicants applicants;

    @Inject
    Universities universities;

    @Inject
    Payees payees;

    @Inject
    Attachments attachments;

    @Inject
    Turns turns;

    @Inject
    Trail trail;

    Optional<Loan> find(UUID id, Jurisdiction own) {
        Map<String, Object> values = own.parameters();
        values.put("id", id);
        return database.first(SELECT + " and l.id = :id", values, StudentLoans::read);
    }

    Page<Loan> list(Integer year, String school, String state, Jurisdiction own, Paging paging) {
        return Page.of(
                narrowed(year, school, state, paging.afterId(), paging.limit() + 1, own), paging.limit(), Loan::id);
    }

    List<Loan> narrowed(Integer year, String school, String state, UUID after, int most, Jurisdiction own) {
        return database.list(
                SELECT + """
                  and (cast(:year as integer) is null or l.academic_year = :year)
                  and (cast(:school as text) is null or l.school_code = :school)
                  and (cast(:state as text) is null or l.state = :state)
                  and (cast(:after as uuid) is null or l.id > :after)
                order by l.id limit :most
                """,
                Values.of(own.parameters())
                        .and("year", year)
                        .and("school", school)
                        .and("state", state)
                        .and("after", after)
                        .and("most", most),
                StudentLoans::read);
    }

    Loan apply(LoanRequest asked, String authorization, Actor actor) {
        Payees.ProvenPupil proven =
                payees.prove(asked.studentId(), asked.name(), asked.identityNumber(), authorization);
        Pupil pupil = applicants.require(proven.studentId(), actor);
        Universities.University university = universities.require(asked.universityId());
        turns.alone(SUBJECT, proven.personIndex());
        Applicants.Amount cap = applicants
                .rate(PROGRAMME, asked.level().name(), asked.academicYear())
                .orElse(null);
        boolean origin = asked.kind() == Kind.ORIGIN;
        boolean taken = database.number("""
                        select count(*) from student_loan
                        where person_index = :person and academic_year = :year and state <> 'REFUSED'
                        """, Map.of("person", proven.personIndex(), "year", asked.academicYear())) > 0;
        Applicants.refuseWhere(Applicant.loanRefusals(
                asked.amountFen(), cap == null ? null : cap.fen(), taken, !origin || asked.coBorrower() != null));
        UUID id = Ids.next();
        State first = origin ? State.APPLIED : State.RECORDED;
        database.update(
                """
                insert into student_loan (id, version, kind, state, student_id, person_index, student_name, school_code, school_town,
                  academic_year, level, university_id, amount_fen, cap_fen, policy_version, co_borrower, co_borrower_is, applied_by)
                values (:id, 1, :kind, :state, :student, :person, :name, :school, :town, :year, :level, :university, :amount, :cap,
                  :policy, :coBorrower, :coBorrowerIs, :by)
                """,
                Values.of("id", id)
                        .and("kind", asked.kind())
                        .and("state", first)
                        .and("student", pupil.id())
                        .and("person", proven.personIndex())
                        .and("name", pupil.name())
                        .and("school", pupil.place().schoolCode())
                        .and("town", pupil.place().schoolTown())
                        .and("year", asked.academicYear())
                        .and("level", asked.level())
                        .and("university", university.id())
                        .and("amount", asked.amountFen())
                        .and("cap", cap.fen())
                        .and("policy", cap.policyVersion())
                        .and("coBorrower", Masked.anywhere(asked.coBorrower()))
                        .and("coBorrowerIs", Masked.anywhere(asked.coBorrowerIs()))
                        .and("by", actor.id()));
        trail.record(actor, "student-loan.applied", SUBJECT, id.toString(), null, Map.of("kind", asked.kind()));
        return find(id, actor.jurisdiction()).orElseThrow();
    }

    /** The next step of a loan; whoever took the application does not check its originals. */
    Loan step(UUID id, String ifMatch, StepRequest asked, Actor actor) {
        applicants.requirePast(asked.on());
        database.list("select 1 from student_loan where id = :id for update", Map.of("id", id), row -> true);
        Loan loan = find(id, actor.jurisdiction()).orElseThrow(ProblemException::notFound);
        Versions.require(ifMatch, loan.version());
        State to = LoanTransitions.of(loan.state(), asked.occasion());
        if (asked.occasion() == Occasion.CHECK_ORIGINALS) {
            if (actor.is(loan.appliedBy())) {
                throw new ProblemException(CommonProblem.SAME_PERSON);
            }
            if (attachments.of(SUBJECT, id.toString()).isEmpty()) {
                throw new ProblemException(UniversityProblem.PROOF_MISSING);
            }
        }
        database.update(
                """
                update student_loan set state = :to, version = version + 1,
                  checked_by = case when :to = 'ORIGINALS_CHECKED' then :by else checked_by end,
                  contract_reference = case when :to = 'CONTRACTED' then :reference else contract_reference end,
                  sent_on = case when :to = 'RECEIPT_SENT' then cast(:on as date) else sent_on end,
                  returned_on = case when :to = 'RECEIPT_RETURNED' then cast(:on as date) else returned_on end,
                  released_on = case when :to = 'RELEASED' then cast(:on as date) else released_on end
                where id = :id
                """,
                Values.of("id", id)
                        .and("to", to)
                        .and("by", actor.id())
                        .and("reference", Masked.anywhere(asked.remark()))
                        .and("on", asked.on()));
        applicants.remember(SUBJECT, id, loan.version() + 1, asked.occasion(), to, asked.remark(), actor);
        return find(id, actor.jurisdiction()).orElseThrow();
    }

    List<Overview> overview(int year, Jurisdiction own) {
        return database.list(
                """
                select school_code, state, count(*), sum(amount_fen) from student_loan
                where academic_year = :year and (cast(:ownSchool as text) is null or school_code = :ownSchool)
                  and (cast(:ownTown as text) is null or school_town = :ownTown)
                group by 1, 2 order by 1, 2
                """,
                Values.of(own.parameters()).and("year", year),
                row -> new Overview(
                        row.getString(1), year, Rows.constant(row, 2, State.class), row.getInt(3), row.getLong(4)));
    }

    private static Loan read(ResultSet row) throws SQLException {
        return new Loan(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                Rows.constant(row, "kind", Kind.class),
                Rows.constant(row, "state", State.class),
                row.getObject("student_id", UUID.class),
                row.getString("student_name"),
                row.getString("school_code"),
                row.getInt("academic_year"),
                Rows.constant(row, "level", Level.class),
                row.getObject("university_id", UUID.class),
                row.getString("university"),
                row.getLong("amount_fen"),
                row.getLong("cap_fen"),
                row.getString("policy_version"),
                row.getString("co_borrower"),
                row.getString("co_borrower_is"),
                row.getString("contract_reference"),
                row.getObject("sent_on", LocalDate.class),
                row.getObject("returned_on", LocalDate.class),
                row.getObject("released_on", LocalDate.class),
                row.getString("applied_by"));
    }
}
