package cn.gov.zhuozhou.aid.registry.feed.row;

import cn.gov.zhuozhou.aid.registry.identity.IdentityNumber;
import java.util.List;

/** What became of a row. */
public sealed interface RowReading {
    /**
     * Taken.
     *
     * @param remarks what was put up with
     */
    record Accepted(FeedRow row, List<RowNote> remarks) implements RowReading {
        public Accepted {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Not taken.
     *
     * @param reasons at least one
     * @param householdNo the register's household, where readable; empty otherwise
     * @param head the household's head, where readable; null otherwise
     * @param maybeChild whether the row may name a child of the household, so that a pupil could be missed
     * @param person whom it names
     */
    record Refused(
            List<RowNote> reasons, String householdNo, IdentityNumber head, boolean maybeChild, NamedPerson person)
            implements RowReading {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Whom a refused row names, as far as it can be read.
     *
     * @param name empty where there is none
     * @param number as written, which may be why the row was refused
     */
    record NamedPerson(String name, String number) {
        static final NamedPerson NOBODY = new NamedPerson("", "");

        @Override
        public String toString() {
            return "a person";
        }
    }
}
