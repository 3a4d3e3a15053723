package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A version of the letter to the school attended.
 *
 * @param no counts the versions of one pupil
 * @param number of the document, as printed
 * @param fullNumberReason why the school needs the full identity number; null where the number is masked
 */
record Letter(
        UUID id,
        UUID studentId,
        long version,
        int no,
        String number,
        LetterState state,
        String recipient,
        String fullNumberReason,
        Act drafted,
        Act approved,
        Dispatch dispatch,
        int chasers,
        LocalDate replyDueOn,
        LocalDate returnedOn,
        String returnReason,
        LocalDate closedOn,
        String closeReason) {
    record Act(String byId, String by, Instant at) {}

    enum Method {
        POST,
        EMAIL,
        FAX,
        BY_HAND,
        OFFICIAL_EXCHANGE
    }

    /** @param reference number of the registered letter, mail address, or who took it */
    record Dispatch(LocalDate on, Method method, String reference) {}

    static final String SELECT = "select * from out_of_area_letter ";

    static Letter of(ResultSet row) throws SQLException {
        return new Letter(
                row.getObject("id", UUID.class),
                row.getObject("student_id", UUID.class),
                row.getLong("version"),
                row.getInt("no"),
                number(row.getString("number_place"), row.getInt("number_year"), row.getInt("number_seq")),
                Rows.constant(row, "state", LetterState.class),
                row.getString("recipient"),
                row.getString("full_number_reason"),
                act(row, "drafted"),
                act(row, "approved"),
                row.getObject("dispatched_on") == null
                        ? null
                        : new Dispatch(
                                row.getObject("dispatched_on", LocalDate.class),
                                Rows.constant(row, "dispatch_method", Method.class),
                                row.getString("dispatch_reference")),
                row.getInt("chasers"),
                row.getObject("reply_due_on", LocalDate.class),
                row.getObject("returned_on", LocalDate.class),
                row.getString("return_reason"),
                row.getObject("closed_on", LocalDate.class),
                row.getString("close_reason"));
    }

    static String number(String place, int year, int seq) {
        return "%s资助函〔%d〕%d号".formatted(place, year, seq);
    }

    private static Act act(ResultSet row, String what) throws SQLException {
        String by = row.getString(what + "_by");
        return by == null ? null : new Act(by, row.getString(what + "_by_name"), Rows.instant(row, what + "_at"));
    }
}
