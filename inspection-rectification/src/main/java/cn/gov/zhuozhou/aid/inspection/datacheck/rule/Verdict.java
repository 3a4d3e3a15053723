package cn.gov.zhuozhou.aid.inspection.datacheck.rule;

import cn.gov.zhuozhou.aid.inspection.finding.Reason;
import java.util.List;

/** What a check says about a subject. */
public sealed interface Verdict {
    /** Something is wrong, for these reasons. */
    record Hit(List<Reason> reasons) implements Verdict {
        public Hit {
            reasons = List.copyOf(reasons);
        }
    }

    /** Nothing is wrong. */
    record Clear() implements Verdict {}

    /** It cannot be said: what was found before stays. {@code lookAgain} where time will tell, without another event. */
    record Undecided(boolean lookAgain) implements Verdict {}

    static Verdict hit(List<Reason> reasons) {
        return new Hit(reasons);
    }

    static Verdict clear() {
        return new Clear();
    }

    /** A fact is missing whose event will make the subject due again. */
    static Verdict unknown() {
        return new Undecided(false);
    }

    /** What should follow may still be on its way. */
    static Verdict waiting() {
        return new Undecided(true);
    }
}
