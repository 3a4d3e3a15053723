package cn.gov.zhuozhou.aid.accountability.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a newer staff list changes: who is new or renamed, which posts begin, and which end because the list no longer
 * names them, and at which schools that matters. Nobody loses a post through a refused row of his.
 */
record StaffDiff(List<Person> joined, List<Person> renamed, List<Post> started, List<Post> ended, Set<String> schools) {
    static StaffDiff between(Collection<Person> people, Collection<Post> held, StaffRows list, LocalDate asOf) {
        Map<String, Person> byNumber = new LinkedHashMap<>();
        people.forEach(p -> byNumber.put(p.staffNumber(), p));
        Map<UUID, Map<PostPlace, Post>> leaving = new HashMap<>();
        held.forEach(p ->
                leaving.computeIfAbsent(p.personId(), id -> new HashMap<>()).put(p.place(), p));

        List<Person> joined = new ArrayList<>();
        List<Person> renamed = new ArrayList<>();
        List<Post> started = new ArrayList<>();
        for (StaffEntry entry : list.accepted()) {
            Person person = byNumber.get(entry.staffNumber());
            if (person == null) {
                person = new Person(entry.staffNumber(), entry.name());
                byNumber.put(entry.staffNumber(), person);
                joined.add(person);
            } else if (!person.name().equals(entry.name())) {
                person.rename(entry.name());
                renamed.add(person);
            }
            Map<PostPlace, Post> his = leaving.getOrDefault(person.id(), new HashMap<>());
            if (his.remove(entry.place()) == null) {
                started.add(new Post(person.id(), entry.place(), asOf));
            }
        }
        list.refusedNumbers().stream()
                .filter(byNumber::containsKey)
                .forEach(n -> leaving.remove(byNumber.get(n).id()));
        List<Post> ended =
                leaving.values().stream().flatMap(m -> m.values().stream()).toList();
        ended.forEach(p -> p.end(asOf));
        return new StaffDiff(joined, renamed, started, ended, schools(renamed, held, started, ended));
    }

    /** Whose name or posts are other than before. */
    Set<UUID> people() {
        Set<UUID> people = new HashSet<>();
        joined.forEach(p -> people.add(p.id()));
        renamed.forEach(p -> people.add(p.id()));
        started.forEach(p -> people.add(p.personId()));
        ended.forEach(p -> people.add(p.personId()));
        return people;
    }

    private static Set<String> schools(
            List<Person> renamed, Collection<Post> held, List<Post> started, List<Post> ended) {
        Set<UUID> people = renamed.stream().map(Person::id).collect(Collectors.toSet());
        Set<String> schools = new HashSet<>();
        held.stream()
                .filter(p -> people.contains(p.personId()))
                .forEach(p -> schools.add(p.place().schoolCode()));
        started.forEach(p -> schools.add(p.place().schoolCode()));
        ended.forEach(p -> schools.add(p.place().schoolCode()));
        return schools;
    }
}
