package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Turns;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.registry.RegistryProblem;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Letters, chasers and replies as rows. Whose pupil it is was asked before. */
@ApplicationScoped
class LetterStore {
    private static final String COUNTY = "县";

    private static final String INSERT = """
            insert into out_of_area_letter (id, student_id, version, no, number_place, number_year, number_seq, state, recipient,
              content, full_number_reason, drafted_by, drafted_by_name, drafted_at)
            select :id, :student, 1,
              (select coalesce(max(no), 0) + 1 from out_of_area_letter where student_id = :student), :place, :year,
              (select coalesce(max(number_seq), 0) + 1 from out_of_area_letter where number_place = :place and number_year = :year),
              'DRAFT', :recipient, :content, :fullNumber, :by, :byName, :now""";

    @Inject
    Database database;

    @Inject
    Turns turns;

    @Inject
    FieldCrypto crypto;

    @Inject
    ObjectMapper json;

    @Inject
    BusinessClock clock;

    List<Letter> of(UUID student) {
        return database.list(
                Letter.SELECT + "where student_id = :student order by no desc", Map.of("student", student), Letter::of);
    }

    Letter find(UUID student, UUID id) {
        return database.first(
                        Letter.SELECT + "where id = :id and student_id = :student",
                        Map.of("id", id, "student", student),
                        Letter::of)
                .orElseThrow(ProblemException::notFound);
    }

    LetterContent content(UUID id) {
        byte[] sealed = database.first(
                        "select content from out_of_area_letter where id = :id and content <> '\\x'",
                        Map.of("id", id),
                        row -> row.getBytes(1))
                .orElseThrow(() -> new ProblemException(RegistryProblem.ERASED));
        try {
            return json.readValue(crypto.decryptBytes(sealed), LetterContent.class);
        } catch (IOException e) {
            throw new IllegalStateException("a letter cannot be read any more", e);
        }
    }

    /** Numbered within the town and year, without gaps and never twice. */
    UUID insert(OutOfAreaStudent student, LetterContent content, String fullNumberReason, Actor actor) {
        String place = student.town() == null ? COUNTY : student.town();
        turns.alone("out-of-area-letter-number/" + place);
        UUID id = Ids.next();
        database.update(
                INSERT,
                by(actor)
                        .and("id", id)
                        .and("student", student.id())
                        .and("place", place)
                        .and("year", clock.today().getYear())
                        .and("recipient", content.recipient())
                        .and("content", sealed(content))
                        .and("fullNumber", fullNumberReason));
        return id;
    }

    void move(Letter letter, LetterState to) {
        database.update(
                "update out_of_area_letter set state = :to, version = version + 1 where id = :id",
                Map.of("id", letter.id(), "to", to));
    }

    void approve(Letter letter, LetterState to, Actor actor) {
        database.update("""
                update out_of_area_letter set state = :to, version = version + 1, approved_by = :by,
                  approved_by_name = :byName, approved_at = :now
                where id = :id""", by(actor).and("id", letter.id()).and("to", to));
    }

    void dispatch(Letter letter, LetterState to, Letter.Dispatch dispatch, LocalDate replyDueOn) {
        database.update(
                """
                update out_of_area_letter set state = :to, version = version + 1, dispatched_on = :on,
                  dispatch_method = :method, dispatch_reference = :reference, reply_due_on = :due
                where id = :id""",
                Values.of("id", letter.id())
                        .and("to", to)
                        .and("on", dispatch.on())
                        .and("method", dispatch.method())
                        .and("reference", dispatch.reference())
                        .and("due", replyDueOn));
    }

    void comeBack(Letter letter, LetterState to, LocalDate on, String reason) {
        Values values = Values.of("id", letter.id()).and("to", to).and("on", on).and("reason", reason);
        database.update("""
                update out_of_area_letter set state = :to, version = version + 1, returned_on = :on, return_reason = :reason
                where id = :id""", values);
    }

    /** A letter was sent before; the next one has a time of its own. */
    void dueAgain(UUID student, LocalDate letterDueOn) {
        database.update(
                "update out_of_area_student set letter_due_on = :due where id = :student",
                Map.of("student", student, "due", letterDueOn));
    }

    void close(Letter letter, LetterState to, String reason) {
        database.update(
                """
                update out_of_area_letter set state = :to, version = version + 1, closed_on = :today, close_reason = :reason
                where id = :id""",
                Values.of("id", letter.id())
                        .and("to", to)
                        .and("today", clock.today())
                        .and("reason", reason));
    }

    List<Chaser> chasers(UUID letter) {
        return database.list(
                """
                select step, sent_on, method, reference, reply_due_on, sent_by_name, sent_at from out_of_area_chaser
                where letter_id = :letter order by step""",
                Map.of("letter", letter),
                row -> new Chaser(
                        row.getInt(1),
                        row.getObject(2, LocalDate.class),
                        Rows.constant(row, 3, Letter.Method.class),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        row.getString(6),
                        Rows.instant(row, 7)));
    }

    void chase(Letter letter, Letter.Dispatch sent, LocalDate replyDueOn, Actor actor) {
        Values values = by(actor)
                .and("id", Ids.next())
                .and("letter", letter.id())
                .and("step", letter.chasers() + 1)
                .and("on", sent.on())
                .and("method", sent.method())
                .and("reference", sent.reference())
                .and("due", replyDueOn);
        database.update("""
                insert into out_of_area_chaser (id, letter_id, step, sent_on, method, reference, reply_due_on, sent_by,
                  sent_by_name, sent_at)
                values (:id, :letter, :step, :on, :method, :reference, :due, :by, :byName, :now)""", values);
        database.update("""
                update out_of_area_letter set chasers = :step, reply_due_on = :due, version = version + 1
                where id = :letter""", values);
    }

    /** The newest first; contacts stay sealed. */
    List<Reply> replies(UUID letter) {
        return database.list(
                """
                select id, received_on, aided, follow_up, responsible_person, note, recorded_by_name, recorded_at
                from out_of_area_reply where letter_id = :letter order by id desc""",
                Map.of("letter", letter),
                row -> new Reply(
                        row.getObject(1, UUID.class),
                        row.getObject(2, LocalDate.class),
                        row.getBoolean(3),
                        aid(row.getObject(1, UUID.class)),
                        row.getBoolean(4),
                        row.getString(5),
                        null,
                        row.getString(6),
                        row.getString(7),
                        Rows.instant(row, 8)));
    }

    void reply(Letter letter, LetterState to, Reply reply, Actor actor) {
        UUID id = Ids.next();
        database.update(
                """
                insert into out_of_area_reply (id, letter_id, received_on, aided, follow_up, responsible_person, contact_sealed,
                  note, recorded_by, recorded_by_name, recorded_at)
                values (:id, :letter, :on, :aided, :followUp, :person, :contact, :note, :by, :byName, :now)""",
                by(actor)
                        .and("id", id)
                        .and("letter", letter.id())
                        .and("on", reply.receivedOn())
                        .and("aided", reply.aided())
                        .and("followUp", reply.followUp())
                        .and("person", reply.responsiblePerson())
                        .and("contact", crypto.encrypt(reply.contact()))
                        .and("note", reply.note()));
        database.batch(
                """
                insert into out_of_area_reply_aid (reply_id, position, programme, semester, amount_fen)
                values (:reply, :position, :programme, :semester, :amount)""",
                IntStream.range(0, reply.aid().size()).boxed().toList(),
                i -> Values.of("reply", id)
                        .and("position", i + 1)
                        .and("programme", reply.aid().get(i).programme())
                        .and("semester", reply.aid().get(i).semester().code())
                        .and("amount", reply.aid().get(i).amountFen()));
        move(letter, to);
    }

    /** In clear, for a disclosure with a reason; empty where the reply names none. */
    Optional<String> contact(UUID letter) {
        return database.list("""
                        select contact_sealed from out_of_area_reply
                        where letter_id = :letter and contact_sealed is not null order by id desc limit 1""", Map.of("letter", letter), row -> row.getBytes(1)).stream()
                .findFirst()
                .map(crypto::decrypt);
    }

    private List<Reply.Aid> aid(UUID reply) {
        return database.list(
                "select programme, semester, amount_fen from out_of_area_reply_aid where reply_id = :reply order by position",
                Map.of("reply", reply),
                row -> new Reply.Aid(row.getString(1), Semester.parse(row.getString(2)), row.getLong(3)));
    }

    private byte[] sealed(LetterContent content) {
        try {
            return crypto.encrypt(json.writeValueAsBytes(content));
        } catch (IOException e) {
            throw new IllegalStateException("a letter cannot be written", e);
        }
    }

    private Values by(Actor actor) {
        return Values.of("by", actor.id()).and("byName", actor.name()).and("now", clock.now());
    }
}
