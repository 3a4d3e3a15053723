package cn.gov.zhuozhou.aid.registry.application;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.http.Listing;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.registry.RegistryProblem;
import cn.gov.zhuozhou.aid.registry.application.Application.Channel;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Rows of applications and of the steps they took. */
@ApplicationScoped
class ApplicationStore {
    /** What a list is narrowed to; null parts do not narrow. */
    record Filter(String semester, String state, String school, UUID student) {}

    /** One step as everybody may see it. */
    record StepView(
            long version,
            ApplicationStep step,
            ApplicationState from,
            ApplicationState to,
            Assessment assessment,
            UUID meetingId,
            String by,
            Instant at) {}

    /** What was said at a step; for those who act on the application. */
    record Note(ApplicationStep step, String text, String by, Instant at) {}

    private static final String SELECT = """
            select a.id, a.student_id, s.name, s.school_code, c.name school_name, s.grade, s.class_name, a.semester, a.state,
                a.channel, a.special, a.facts_changed, a.signed_by, a.signed_on, a.template_version, a.assessment,
                a.verified, a.submitted_at, a.version
            from application a
            join student s on s.id = a.student_id
            left join school c on c.code = s.school_code
            where (cast(:ownSchool as text) is null or s.school_code = :ownSchool)
              and (cast(:ownTown as text) is null or c.town = :ownTown)
            """;

    private static final Listing<Application> LISTING =
            new Listing<>(SELECT, "a.id", ApplicationStore::read, Application::id);

    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    @Inject
    ObjectMapper json;

    @Inject
    BusinessClock clock;

    Optional<Application> find(UUID id, Jurisdiction own) {
        return LISTING.find(database, id, own);
    }

    /** All of a pupil in these semesters. */
    List<Application> of(UUID studentId, Collection<String> semesters) {
        Map<String, Object> values = Jurisdiction.BUREAU.parameters();
        values.put("student", studentId);
        values.put("semesters", semesters);
        return database.list(
                SELECT + " and a.student_id = :student and a.semester = any (:semesters) order by a.id",
                values,
                ApplicationStore::read);
    }

    Page<Application> list(Filter filter, Jurisdiction own, Paging paging) {
        return LISTING.page(
                database,
                Values.of("a.semester", filter.semester())
                        .and("a.state", filter.state())
                        .and("s.school_code", filter.school())
                        .and("a.student_id", filter.student()),
                own,
                paging);
    }

    /** False where the pupil has one already this semester. */
    boolean insert(
            UUID id, UUID studentId, String semester, int templateVersion, Channel channel, Answers answers, Actor by) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("student", studentId);
        values.put("semester", semester);
        values.put("template", templateVersion);
        values.put("channel", channel);
        values.put("special", !answers.form().specialGroups().isEmpty());
        values.put("changed", answers.change() != null);
        values.put("signedBy", answers.signature().by());
        values.put("signedOn", answers.signature().signedOn());
        values.put("answers", sealed(answers));
        values.put("by", by.id());
        values.put("now", clock.now());
        boolean inserted = database.update("""
                insert into application (id, student_id, semester, version, state, template_version, channel, special,
                    facts_changed, signed_by, signed_on, answers_sealed, submitted_by, submitted_at)
                values (:id, :student, :semester, 1, 'SUBMITTED', :template, :channel, :special, :changed, :signedBy,
                    :signedOn, :answers, :by, :now)
                on conflict (student_id, semester) where state not in ('DECLINED', 'WITHDRAWN', 'REVOKED') do nothing
                """, values) == 1;
        if (inserted) {
            insertStep(id, 1, ApplicationStep.SUBMIT, null, null, null, null, by);
        }
        return inserted;
    }

    /** Takes a step from what was read; ends the request where somebody else was faster. */
    void move(
            Application from,
            ApplicationStep step,
            Application.Outcome outcome,
            UUID meetingId,
            String note,
            Actor by) {
        ApplicationState to = step.from(from.state());
        Map<String, Object> values = new HashMap<>();
        values.put("id", from.id());
        values.put("version", from.version());
        values.put("state", to);
        values.put("assessment", outcome.assessment());
        values.put("verified", outcome.verified().stream().map(Category::name).toList());
        int updated = database.update("""
                update application set state = :state, assessment = :assessment, verified = :verified,
                    version = version + 1
                where id = :id and version = :version
                """, values);
        if (updated != 1) {
            throw new ProblemException(CommonProblem.CHANGED_MEANWHILE);
        }
        insertStep(from.id(), from.version() + 1, step, from.state(), outcome.assessment(), meetingId, note, by);
    }

    List<StepView> steps(UUID applicationId) {
        return database.list(
                """
                select version, step, from_state, to_state, assessment, meeting_id, taken_by_name, taken_at
                from application_step where application_id = :application order by version
                """,
                Map.of("application", applicationId),
                row -> new StepView(
                        row.getLong(1),
                        ApplicationStep.valueOf(row.getString(2)),
                        row.getString(3) == null ? null : ApplicationState.valueOf(row.getString(3)),
                        ApplicationState.valueOf(row.getString(4)),
                        assessment(row.getString(5)),
                        row.getObject(6, UUID.class),
                        row.getString(7),
                        Rows.instant(row, 8)));
    }

    List<Note> notes(UUID applicationId) {
        return database.list(
                """
                select step, note_sealed, taken_by_name, taken_at from application_step
                where application_id = :application and note_sealed is not null order by version
                """,
                Map.of("application", applicationId),
                row -> new Note(
                        ApplicationStep.valueOf(row.getString(1)),
                        crypto.decrypt(row.getBytes(2)),
                        row.getString(3),
                        Rows.instant(row, 4)));
    }

    /** Whether somebody prepared the decision himself since the application last stood at its beginning. */
    boolean prepared(UUID applicationId, Actor by) {
        return database.first(
                        """
                        select 1 from application_step t
                        where t.application_id = :application and t.taken_by = :by and t.step = any (:steps)
                          and t.version > (select max(b.version) from application_step b
                            where b.application_id = :application and b.to_state = 'SUBMITTED')
                        """,
                        Map.of(
                                "application",
                                applicationId,
                                "by",
                                by.id(),
                                "steps",
                                Set.of("PROPOSE", "VERIFY", "REVIEW")),
                        row -> row.getInt(1))
                .isPresent();
    }

    Answers answers(UUID id) {
        byte[] sealed = database.first(
                        "select answers_sealed from application where id = :id and answers_sealed is not null",
                        Map.of("id", id),
                        row -> row.getBytes(1))
                .orElseThrow(() -> new ProblemException(RegistryProblem.ERASED));
        try {
            return json.readValue(crypto.decryptBytes(sealed), Answers.class);
        } catch (IOException e) {
            throw new IllegalStateException("an application cannot be read any more", e);
        }
    }

    private byte[] sealed(Answers answers) {
        try {
            return crypto.encrypt(json.writeValueAsBytes(answers));
        } catch (IOException e) {
            throw new IllegalStateException("an application cannot be written", e);
        }
    }

    private void insertStep(
            UUID applicationId,
            long version,
            ApplicationStep step,
            ApplicationState from,
            Assessment assessment,
            UUID meetingId,
            String note,
            Actor by) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", Ids.next());
        values.put("application", applicationId);
        values.put("version", version);
        values.put("step", step);
        values.put("from", from);
        values.put("to", step.to());
        values.put("assessment", assessment);
        values.put("meeting", meetingId);
        values.put("note", note == null ? null : crypto.encrypt(note));
        values.put("by", by.id());
        values.put("name", by.name());
        values.put("now", clock.now());
        database.update("""
                insert into application_step (id, application_id, version, step, from_state, to_state, assessment,
                    meeting_id, note_sealed, taken_by, taken_by_name, taken_at)
                values (:id, :application, :version, :step, :from, :to, :assessment, :meeting, :note, :by, :name, :now)
                """, values);
    }

    private static Application read(ResultSet row) throws SQLException {
        return new Application(
                row.getObject("id", UUID.class),
                row.getObject("student_id", UUID.class),
                row.getString("name"),
                row.getString("school_code"),
                row.getString("school_name"),
                row.getInt("grade"),
                row.getString("class_name"),
                row.getString("semester"),
                ApplicationState.valueOf(row.getString("state")),
                Channel.valueOf(row.getString("channel")),
                row.getBoolean("special"),
                row.getBoolean("facts_changed"),
                Signature.By.valueOf(row.getString("signed_by")),
                row.getObject("signed_on", LocalDate.class),
                row.getInt("template_version"),
                assessment(row.getString("assessment")),
                Rows.strings(row, "verified").stream().map(Category::valueOf).toList(),
                Rows.instant(row, "submitted_at"),
                row.getLong("version"));
    }

    private static Assessment assessment(String name) {
        return name == null ? null : Assessment.valueOf(name);
    }
}
