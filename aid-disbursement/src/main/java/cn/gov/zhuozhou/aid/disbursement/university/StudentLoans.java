package cn.gov.zhuozhou.aid.disbursement.university;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.Masked;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.attachment.Attachments;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Turns;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.PastDay;
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
import java.util.UUID;

/**
 * Loans of graduates (S146): those of the county's aid centre from the application to the bank's release, and those a university gave,
 * recorded so that nobody has both in one year.
 */
@ApplicationScoped
class StudentLoans extends Applications<StudentLoans.Loan> {
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
            @JsonIgnore String appliedBy)
            implements Application {}

    /** A school's loans of a year, by how far they are. */
    record Overview(String schoolCode, int academicYear, State state, int loans, long amountFen) {}

    private static final String SELECT = """
            select x.id, x.version, x.kind, x.state, x.student_id, x.student_name, x.school_code, x.academic_year, x.level,
              x.university_id, u.name as university, x.amount_fen, x.cap_fen, x.policy_version, x.co_borrower, x.co_borrower_is,
              x.contract_reference, x.sent_on, x.returned_on, x.released_on, x.applied_by
            from student_loan x join university u on u.id = x.university_id
            """;

    @Inject
    Universities universities;

    @Inject
    Payees payees;

    @Inject
    Attachments attachments;

    @Inject
    BusinessClock clock;

    @Inject
    Turns turns;

    @Inject
    Trail trail;

    StudentLoans() {
        super(SUBJECT, "student_loan", "academic_year", SELECT, StudentLoans::read);
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
        PastDay.require(asked.on(), clock);
        Loan loan = locked(id, ifMatch, actor);
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
        return stepped(loan, asked.occasion(), to, asked.remark(), actor);
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
