package cn.gov.zhuozhou.aid.disbursement.setaside;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.OwnSchools;
import cn.gov.zhuozhou.aid.disbursement.PastDay;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.SchoolKind;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.SchoolNature;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import cn.gov.zhuozhou.aid.disbursement.pupil.School;
import cn.gov.zhuozhou.aid.disbursement.pupil.Schools;
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

/** Money set aside, school by school and year by year, and its uses. What changes must run in a transaction. */
@ApplicationScoped
class SetAsides {
    enum Purpose {
        FEE_REDUCTION,
        GRANT,
        SPECIAL_DIFFICULTY
    }

    record Entered(
            String schoolCode,
            int year,
            SchoolKind schoolKind,
            SchoolNature schoolNature,
            long incomeBaseFen,
            long setAsideFen) {}

    /** One use; below 0 fen it takes back the one it names. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Use(
            UUID id,
            Purpose purpose,
            long amountFen,
            LocalDate usedOn,
            int pupils,
            UUID takesBack,
            String enteredByName) {}

    /** A school of which nothing is entered for the year. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Missing(String schoolCode, String name, Stage stage, SchoolKind kind, SchoolNature nature) {}

    /** A year of all schools seen; amounts in fen. */
    record Overview(
            int year,
            int entered,
            int belowRate,
            long incomeBaseFen,
            long requiredFen,
            long setAsideFen,
            long usedFen,
            List<Missing> missing) {
        static Overview of(int year, List<SetAside> entered, List<Missing> missing) {
            return new Overview(
                    year,
                    entered.size(),
                    (int) entered.stream().filter(SetAside::belowRate).count(),
                    entered.stream().mapToLong(SetAside::incomeBaseFen).sum(),
                    entered.stream().mapToLong(SetAside::requiredFen).sum(),
                    entered.stream().mapToLong(SetAside::setAsideFen).sum(),
                    entered.stream().mapToLong(SetAside::usedFen).sum(),
                    missing);
        }
    }

    private static final String SCHOOLS =
            "select distinct on (code) code, name, stage, town, kind, nature, withdrawn from school_state order by code, revision desc";

    private static final String SELECT = """
            select s.id, s.revision, s.school_code, s.year, s.school_kind, s.school_nature, s.income_base_fen, s.set_aside_fen,
                   s.used_fen, r.min_basis_points
            from set_aside s
            left join lateral (
              select min_basis_points from set_aside_rule r
              where r.school_kind = s.school_kind and (r.school_nature is null or r.school_nature = s.school_nature)
                and r.effective_from <= s.year
              order by r.school_nature nulls last, r.effective_from desc limit 1) r on true
            where (:ownSchool::text is null or s.school_code = :ownSchool)
              and (:ownTown::text is null or s.school_town = :ownTown)
            """;

    @Inject
    Database database;

    @Inject
    OwnSchools ownSchools;

    @Inject
    Schools schools;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    Optional<SetAside> find(UUID id, Jurisdiction own) {
        return database.first(
                SELECT + " and s.id = :id", Values.of(own.parameters()).and("id", id), SetAsides::read);
    }

    List<SetAside> list(Integer year, boolean onlyBelowRate, Jurisdiction own, UUID after, int limit) {
        return database.list(
                SELECT + """
                  and (:year::integer is null or s.year = :year) and (:after::uuid is null or s.id > :after)
                  and (not :below or s.set_aside_fen * 10000 < s.income_base_fen * r.min_basis_points)
                order by s.id limit :limit
                """,
                Values.of(own.parameters())
                        .and("year", year)
                        .and("below", onlyBelowRate)
                        .and("after", after)
                        .and("limit", limit),
                SetAsides::read);
    }

    SetAside enter(Entered entered, Actor by) {
        String town = ownSchools.townOf(entered.schoolCode(), by.jurisdiction());
        requireAsToldOf(entered);
        UUID id = Ids.next();
        int inserted = database.update(
                """
                insert into set_aside (id, revision, school_code, school_town, year, school_kind, school_nature,
                                       income_base_fen, set_aside_fen, entered_by, entered_by_name, entered_at)
                values (:id, 1, :school, :town, :year, :kind, :nature, :base, :fen, :by, :name, :now)
                on conflict do nothing
                """,
                Values.of("id", id)
                        .and("school", entered.schoolCode())
                        .and("town", town)
                        .and("year", entered.year())
                        .and("kind", entered.schoolKind())
                        .and("nature", entered.schoolNature())
                        .and("base", entered.incomeBaseFen())
                        .and("fen", entered.setAsideFen())
                        .and("by", by.id())
                        .and("name", by.name())
                        .and("now", clock.now()));
        if (inserted == 0) {
            throw new ProblemException(SetAsideProblem.YEAR_ENTERED);
        }
        trail.record(by, "set-aside.entered", "set-aside", id.toString(), null);
        return find(id, by.jurisdiction()).orElseThrow();
    }

    /** The rate goes by who runs the school: where the registry knows it, nobody enters another. */
    private void requireAsToldOf(Entered entered) {
        School told = schools.in(new Semester(entered.year(), Semester.Half.AUTUMN), entered.schoolCode());
        if ((told.kind() != null && told.kind() != entered.schoolKind())
                || (told.nature() != null && told.nature() != entered.schoolNature())) {
            throw new ProblemException(SetAsideProblem.SCHOOL_DIFFERS);
        }
    }

    Overview overview(int year, Stage stage, Jurisdiction own) {
        List<SetAside> entered = database.list(
                SELECT + """
                  and s.year = :year and (:stage::text is null or s.school_code in (select code from (%s) n where stage = :stage))
                """.formatted(SCHOOLS),
                Values.of(own.parameters()).and("year", year).and("stage", stage),
                SetAsides::read);
        return Overview.of(year, entered, missing(year, stage, own));
    }

    private List<Missing> missing(int year, Stage stage, Jurisdiction own) {
        return database.list(
                "select n.code, n.name, n.stage, n.kind, n.nature from (" + SCHOOLS + """
                ) n
                where not n.withdrawn and not exists (select from set_aside s where s.school_code = n.code and s.year = :year)
                  and (:stage::text is null or n.stage = :stage)
                  and (:ownSchool::text is null or n.code = :ownSchool) and (:ownTown::text is null or n.town = :ownTown)
                order by n.code
                """,
                Values.of(own.parameters()).and("year", year).and("stage", stage),
                row -> new Missing(
                        row.getString(1),
                        row.getString(2),
                        Rows.constant(row, 3, Stage.class),
                        Rows.constant(row, 4, SchoolKind.class),
                        Rows.constant(row, 5, SchoolNature.class)));
    }

    /** The figures as they should have been; what they were stays in the trail. */
    SetAside correct(UUID id, String ifMatch, long base, long fen, String reason, Actor by) {
        SetAside before = locked(id, by.jurisdiction());
        Versions.require(ifMatch, before.revision());
        if (fen < before.usedFen()) {
            throw new ProblemException(SetAsideProblem.MORE_THAN_SET_ASIDE);
        }
        database.update("""
                update set_aside set income_base_fen = :base, set_aside_fen = :fen, revision = revision + 1 where id = :id
                """, Map.of("id", id, "base", base, "fen", fen));
        trail.record(
                by,
                "set-aside.corrected",
                "set-aside",
                id.toString(),
                reason,
                Map.of("incomeBaseFenBefore", before.incomeBaseFen(), "setAsideFenBefore", before.setAsideFen()));
        return find(id, by.jurisdiction()).orElseThrow();
    }

    List<Use> uses(UUID id) {
        return database.list("""
                select id, purpose, amount_fen, used_on, pupils, takes_back, entered_by_name
                from set_aside_use where set_aside_id = :id order by id
                """, Map.of("id", id), SetAsides::readUse);
    }

    SetAside use(UUID id, Purpose purpose, long fen, LocalDate on, int pupils, Actor by) {
        PastDay.require(on, clock);
        if (fen > locked(id, by.jurisdiction()).leftFen()) {
            throw new ProblemException(SetAsideProblem.MORE_THAN_SET_ASIDE);
        }
        insert(id, new Use(Ids.next(), purpose, fen, on, pupils, null, by.name()), by);
        return find(id, by.jurisdiction()).orElseThrow();
    }

    SetAside takeBack(UUID id, UUID useId, Actor by) {
        locked(id, by.jurisdiction());
        List<Use> uses = uses(id);
        Use use = uses.stream()
                .filter(u -> u.id().equals(useId) && u.takesBack() == null)
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        if (uses.stream().anyMatch(u -> useId.equals(u.takesBack()))) {
            throw new ProblemException(SetAsideProblem.TAKEN_BACK_ALREADY);
        }
        insert(
                id,
                new Use(Ids.next(), use.purpose(), -use.amountFen(), clock.today(), use.pupils(), useId, by.name()),
                by);
        return find(id, by.jurisdiction()).orElseThrow();
    }

    private void insert(UUID id, Use use, Actor by) {
        database.update(
                """
                insert into set_aside_use (id, set_aside_id, purpose, amount_fen, used_on, pupils, takes_back, entered_by,
                                           entered_by_name, entered_at)
                values (:id, :of, :purpose, :fen, :on, :pupils, :takesBack::uuid, :by, :name, :now)
                """,
                Values.of("id", use.id())
                        .and("of", id)
                        .and("purpose", use.purpose())
                        .and("fen", use.amountFen())
                        .and("on", use.usedOn())
                        .and("pupils", use.pupils())
                        .and("takesBack", use.takesBack())
                        .and("by", by.id())
                        .and("name", by.name())
                        .and("now", clock.now()));
        String act = use.takesBack() == null ? "set-aside.used" : "set-aside.use-taken-back";
        trail.record(by, act, "set-aside", id.toString(), null, Map.of("fen", use.amountFen()));
    }

    private SetAside locked(UUID id, Jurisdiction own) {
        database.first("select 1 from set_aside where id = :id for update", Map.of("id", id), row -> true);
        return find(id, own).orElseThrow(ProblemException::notFound);
    }

    private static SetAside read(ResultSet row) throws SQLException {
        return new SetAside(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getString(3),
                row.getInt(4),
                Rows.constant(row, 5, SchoolKind.class),
                Rows.constant(row, 6, SchoolNature.class),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getObject(10, Integer.class));
    }

    private static Use readUse(ResultSet row) throws SQLException {
        return new Use(
                row.getObject(1, UUID.class),
                Rows.constant(row, 2, Purpose.class),
                row.getLong(3),
                row.getObject(4, LocalDate.class),
                row.getInt(5),
                row.getObject(6, UUID.class),
                row.getString(7));
    }
}
