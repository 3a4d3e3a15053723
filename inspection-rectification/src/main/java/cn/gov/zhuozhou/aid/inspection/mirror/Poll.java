package cn.gov.zhuozhou.aid.inspection.mirror;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** What one transaction of the intake read: of each aggregate only its highest revision, in the order of the ids. */
final class Poll {
    record Revised(Fact fact, long revision) {}

    private final Map<Class<? extends Fact>, Map<UUID, Revised>> facts = new LinkedHashMap<>();
    private final SortedSet<Subject> subjects = new TreeSet<>();

    void add(Fact fact, long revision) {
        facts.computeIfAbsent(fact.getClass(), kind -> new TreeMap<>())
                .merge(
                        fact.id(),
                        new Revised(fact, revision),
                        (held, next) -> next.revision() > held.revision() ? next : held);
        subjects.add(fact.subject());
    }

    /** One collection per kind of fact. */
    Collection<Collection<Revised>> rows() {
        return facts.values().stream().map(Map::values).toList();
    }

    SortedSet<Subject> subjects() {
        return subjects;
    }
}
