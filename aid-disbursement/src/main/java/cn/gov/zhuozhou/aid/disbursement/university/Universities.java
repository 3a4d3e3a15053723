package cn.gov.zhuozhou.aid.disbursement.university;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.Masked;
import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Universities: their nature (S79), the policy of the place (S80), the three waivers (S81), the national grant (S82). */
@ApplicationScoped
class Universities {
    enum Nature {
        PUBLIC,
        PRIVATE,
        /** An independent college of a public university (独立学院). */
        INDEPENDENT,
        /** Sino-foreign cooperation. */
        COOPERATIVE,
        OTHER
    }

    /**
     * What is told of a university; empty where nobody has asked yet.
     *
     * @param inProvince it lies in the province of this county
     */
    record Told(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 30) String province,
            @NotBlank @Size(max = 30) String city,
            @NotNull Boolean inProvince,
            @NotNull Nature nature,
            @Size(max = 2000) String localPolicy,
            Boolean threeWaivers,
            Boolean nationalGrant) {
        /** Whether all a family asks is answered. */
        boolean answered() {
            return localPolicy != null && threeWaivers != null && nationalGrant != null;
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record University(UUID id, long version, Told told, boolean answered, LocalDate checkedOn, String checkedBy) {}

    private static final String SELECT = """
            select id, version, name, province, city, in_province, nature, local_policy, three_waivers, national_grant, checked_on,
              checked_by
            from university where true
            """;

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    Optional<University> find(UUID id) {
        return database.first(SELECT + " and id = :id", Map.of("id", id), Universities::read);
    }

    /** The university of an application. */
    University require(UUID id) {
        return find(id).orElseThrow(() -> new ProblemException(UniversityProblem.UNIVERSITY_UNKNOWN));
    }

    Page<University> list(String name, Nature nature, Paging paging) {
        return Page.of(
                database.list(
                        SELECT + """
                          and (cast(:name as text) is null or strpos(name, :name) > 0)
                          and (cast(:nature as text) is null or nature = :nature)
                          and (cast(:after as uuid) is null or id > :after)
                        order by id limit :most
                        """,
                        Values.of("name", name)
                                .and("nature", nature)
                                .and("after", paging.afterId())
                                .and("most", paging.limit() + 1),
                        Universities::read),
                paging.limit(),
                University::id);
    }

    University add(Told told, Actor actor) {
        UUID id = Ids.next();
        int added = database.update("""
                insert into university (id, name, province, city, in_province, nature, local_policy, three_waivers, national_grant,
                  checked_on, checked_by)
                values (:id, :name, :province, :city, :inProvince, :nature, :policy, :waivers, :grant, :today, :by)
                on conflict (name, province) do nothing
                """, values(told, actor).and("id", id));
        if (added == 0) {
            throw new ProblemException(UniversityProblem.ALREADY_ENTERED);
        }
        trail.record(actor, "university.added", "university", id.toString(), null);
        return find(id).orElseThrow();
    }

    University change(UUID id, String ifMatch, Told told, Actor actor) {
        database.list("select 1 from university where id = :id for update", Map.of("id", id), row -> true);
        Versions.require(
                ifMatch, find(id).orElseThrow(ProblemException::notFound).version());
        database.update("""
                update university set name = :name, province = :province, city = :city, in_province = :inProvince, nature = :nature,
                  local_policy = :policy, three_waivers = :waivers, national_grant = :grant, checked_on = :today, checked_by = :by,
                  version = version + 1
                where id = :id
                """, values(told, actor).and("id", id));
        trail.record(actor, "university.changed", "university", id.toString(), null);
        return find(id).orElseThrow();
    }

    private Values values(Told told, Actor actor) {
        return Values.of("name", told.name())
                .and("province", told.province())
                .and("city", told.city())
                .and("inProvince", told.inProvince())
                .and("nature", told.nature())
                .and("policy", Masked.anywhere(told.localPolicy()))
                .and("waivers", told.threeWaivers())
                .and("grant", told.nationalGrant())
                .and("today", clock.today())
                .and("by", actor.name());
    }

    private static University read(ResultSet row) throws SQLException {
        var told = new Told(
                row.getString("name"),
                row.getString("province"),
                row.getString("city"),
                row.getBoolean("in_province"),
                Rows.constant(row, "nature", Nature.class),
                row.getString("local_policy"),
                row.getObject("three_waivers", Boolean.class),
                row.getObject("national_grant", Boolean.class));
        return new University(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                told,
                told.answered(),
                row.getObject("checked_on", LocalDate.class),
                row.getString("checked_by"));
    }

    /** What a university gave one of our graduates (HE-01 to HE-03 and the like). */
    record Aid(
            UUID id,
            UUID studentId,
            String studentName,
            String university,
            String programme,
            int academicYear,
            long amountFen,
            String source,
            String recordedName) {}

    UUID recordAid(UniversityResource.AidRequest asked, Actor actor) {
        require(asked.universityId());
        requireOthers(asked.programme());
        boolean own = database.number(
                        """
                        select count(*) from pupil p where p.student_id = :student
                          and (cast(:ownSchool as text) is null or p.school_code = :ownSchool)
                          and (cast(:ownTown as text) is null or p.school_town = :ownTown)
                        """, Values.of(actor.jurisdiction().parameters()).and("student", asked.studentId()))
                == 1;
        if (!own) {
            throw ProblemException.notFound();
        }
        UUID id = Ids.next();
        int added = database.update(
                """
                insert into university_aid (id, student_id, university_id, programme, academic_year, amount_fen, source, recorded_by,
                  recorded_name, recorded_at)
                values (:id, :student, :university, :programme, :year, :amount, :source, :by, :byName, :now)
                on conflict (student_id, programme, academic_year) do nothing
                """,
                Values.of("id", id)
                        .and("student", asked.studentId())
                        .and("university", asked.universityId())
                        .and("programme", asked.programme())
                        .and("year", asked.academicYear())
                        .and("amount", asked.amountFen())
                        .and("source", Masked.anywhere(asked.source()))
                        .and("by", actor.id())
                        .and("byName", actor.name())
                        .and("now", clock.now()));
        if (added == 0) {
            throw new ProblemException(UniversityProblem.ALREADY_ENTERED);
        }
        trail.record(actor, "university.aid-recorded", "university-aid", id.toString(), null);
        return id;
    }

    /** What is paid here goes by its own way: entered as a university's it would be granted without check, quota and second person. */
    private void requireOthers(String programme) {
        database.first(
                        "select name_zh, name_en from programme where code = :programme and form <> 'RECORD_ONLY'",
                        Map.of("programme", programme),
                        row -> Text.of(
                                programme + "（" + row.getString(1) + "）由本县发放，请由毕业学校按新生入学资助申请办理。",
                                programme + " (" + row.getString(2)
                                        + ") is paid by the county; it is applied for as freshman aid at the school of graduation."))
                .ifPresent(why -> {
                    throw new ProblemException(UniversityProblem.PAID_BY_THE_COUNTY, why);
                });
    }

    Page<Aid> aid(Integer year, UUID student, Jurisdiction own, Paging paging) {
        return Page.of(
                database.list(
                        """
                        select a.id, a.student_id, p.name, u.name, a.programme, a.academic_year, a.amount_fen, a.source, a.recorded_name
                        from university_aid a join university u on u.id = a.university_id join pupil p on p.student_id = a.student_id
                        where (cast(:ownSchool as text) is null or p.school_code = :ownSchool)
                          and (cast(:ownTown as text) is null or p.school_town = :ownTown)
                          and (cast(:year as integer) is null or a.academic_year = :year)
                          and (cast(:student as uuid) is null or a.student_id = :student)
                          and (cast(:after as uuid) is null or a.id > :after)
                        order by a.id limit :most
                        """,
                        Values.of(own.parameters())
                                .and("year", year)
                                .and("student", student)
                                .and("after", paging.afterId())
                                .and("most", paging.limit() + 1),
                        row -> new Aid(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getInt(6),
                                row.getLong(7),
                                row.getString(8),
                                row.getString(9))),
                paging.limit(),
                Aid::id);
    }
}
