package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.registry.outofarea.Standing.Overdue;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A pupil out of area as the central school of the household's town sees him.
 *
 * @param categories of the registers that name the person, or the household, now
 * @param responsible the school that aids and helps now (S78); null where none was named
 * @param letter the newest letter that was not superseded; null where there is none
 */
record OutOfAreaStudent(
        UUID id,
        long version,
        Origin origin,
        State state,
        String endReason,
        String name,
        LocalDate birthDate,
        String town,
        String village,
        String guardianName,
        String guardianRelation,
        SchoolAttended attends,
        List<String> categories,
        boolean inHardship,
        Stage stage,
        LocalDate completeSince,
        LocalDate letterDueOn,
        Overdue overdue,
        LocalDate escalatedOn,
        LocalDate createdOn,
        Responsible responsible,
        LetterBrief letter) {
    enum Origin {
        REVERSE_CHECK,
        TOWN
    }

    enum State {
        ACTIVE,
        ENDED
    }

    record SchoolAttended(String province, String city, String name) {}

    /** @param code of a school of the county; null where the school lies elsewhere */
    record Responsible(String code, String name, String place, LocalDate since) {}

    record LetterBrief(
            UUID id,
            LetterState state,
            LocalDate dispatchedOn,
            LocalDate replyDueOn,
            int chasers,
            LocalDate repliedOn) {}

    /** A local school sees those it is responsible for. */
    static final String SELECT = """
            select s.*, l.id as letter_id, l.state as letter_state, l.dispatched_on, l.reply_due_on, l.chasers,
              (select max(r.received_on) from out_of_area_reply r where r.letter_id = l.id) as replied_on,
              p.id as responsibility_id, p.school_code, coalesce(sc.name, p.remote_school) as responsible_name,
              p.remote_place, p.valid_from as responsible_since
            from out_of_area_student s
            left join lateral (select * from out_of_area_letter where student_id = s.id and state <> 'SUPERSEDED'
                               order by no desc limit 1) l on true
            left join out_of_area_responsibility p on p.student_id = s.id and p.valid_to is null
            left join school sc on sc.code = p.school_code
            where (:ownTown::text is null or s.town = :ownTown) and (:ownSchool::text is null or p.school_code = :ownSchool)
            """;

    @JsonIgnore
    boolean isActive() {
        return state == State.ACTIVE;
    }

    /** Whether the school attended has to be told of him. */
    boolean letterOwed() {
        return isActive() && inHardship;
    }

    Standing standing(LocalDate today) {
        Standing.Newest newest = letter == null
                ? null
                : new Standing.Newest(
                        letter.state(), letter.repliedOn() != null, letter.replyDueOn(), letter.chasers());
        return Standing.of(letterOwed(), letterDueOn, newest, today);
    }

    static OutOfAreaStudent of(ResultSet row) throws SQLException {
        return new OutOfAreaStudent(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                Rows.constant(row, "origin", Origin.class),
                Rows.constant(row, "state", State.class),
                row.getString("end_reason"),
                row.getString("name"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("town"),
                row.getString("village"),
                row.getString("guardian_name"),
                row.getString("guardian_relation"),
                new SchoolAttended(row.getString("province"), row.getString("city"), row.getString("school_name")),
                Rows.strings(row, "categories"),
                row.getBoolean("in_hardship"),
                Rows.constant(row, "stage", Stage.class),
                row.getObject("complete_since", LocalDate.class),
                row.getObject("letter_due_on", LocalDate.class),
                Rows.constant(row, "overdue", Overdue.class),
                row.getObject("escalated_on", LocalDate.class),
                row.getObject("created_on", LocalDate.class),
                responsible(row),
                letter(row));
    }

    private static Responsible responsible(ResultSet row) throws SQLException {
        return row.getObject("responsibility_id") == null
                ? null
                : new Responsible(
                        row.getString("school_code"),
                        row.getString("responsible_name"),
                        row.getString("remote_place"),
                        row.getObject("responsible_since", LocalDate.class));
    }

    private static LetterBrief letter(ResultSet row) throws SQLException {
        UUID id = row.getObject("letter_id", UUID.class);
        return id == null
                ? null
                : new LetterBrief(
                        id,
                        Rows.constant(row, "letter_state", LetterState.class),
                        row.getObject("dispatched_on", LocalDate.class),
                        row.getObject("reply_due_on", LocalDate.class),
                        row.getInt("chasers"),
                        row.getObject("replied_on", LocalDate.class));
    }
}
