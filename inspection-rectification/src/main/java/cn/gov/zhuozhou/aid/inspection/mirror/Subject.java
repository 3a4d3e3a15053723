package cn.gov.zhuozhou.aid.inspection.mirror;

import java.util.Comparator;
import java.util.UUID;

/** What a data check is about: a pupil, a reverse-check task, a notice that has ended, a source of data. */
public record Subject(Kind kind, UUID id) implements Comparable<Subject> {
    private static final Comparator<Subject> ORDER =
            Comparator.comparing(Subject::kind).thenComparing(Subject::id);

    /** Kinds of subject; the names stand in the database. */
    public enum Kind {
        PUPIL,
        REVERSE_CHECK,
        NOTICE,
        FEED
    }

    public static Subject pupil(UUID studentId) {
        return new Subject(Kind.PUPIL, studentId);
    }

    public static Subject reverseCheck(UUID taskId) {
        return new Subject(Kind.REVERSE_CHECK, taskId);
    }

    public static Subject notice(UUID noticeId) {
        return new Subject(Kind.NOTICE, noticeId);
    }

    public static Subject feed(UUID feedId) {
        return new Subject(Kind.FEED, feedId);
    }

    /** Rows are always locked in this order, so that two polls never wait for each other in a circle. */
    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }
}
