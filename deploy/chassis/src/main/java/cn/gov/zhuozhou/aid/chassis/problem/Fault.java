package cn.gov.zhuozhou.aid.chassis.problem;

import java.sql.SQLException;

/**
 * What may be logged of an exception: its type and root cause, the database's SQL state and the place in our own code. Never the
 * message, for it may repeat what a user sent.
 */
public final class Fault {
    private static final String OWN = "cn.gov.zhuozhou.aid";

    private Fault() {}

    public static String of(Throwable e) {
        Throwable root = e;
        StackTraceElement place = null;
        String state = "";
        for (Throwable t = e; t != null; t = t.getCause()) {
            root = t;
            place = place == null ? ownFrame(t) : place;
            state = t instanceof SQLException sql ? " (SQL state " + sql.getSQLState() + ")" : state;
        }
        return e.getClass().getName()
                + (e.getCause() == null ? "" : " caused by " + root.getClass().getName())
                + state
                + (place == null ? "" : " at " + place);
    }

    private static StackTraceElement ownFrame(Throwable e) {
        for (StackTraceElement frame : e.getStackTrace()) {
            if (frame.getClassName().startsWith(OWN) && !frame.getClassName().contains(".chassis.sql.")) {
                return frame;
            }
        }
        return null;
    }
}
