package cn.gov.zhuozhou.aid.registry.household;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.hardship.Matching;
import cn.gov.zhuozhou.aid.registry.household.HouseholdView.Member;
import cn.gov.zhuozhou.aid.registry.household.HouseholdView.Pupil;
import cn.gov.zhuozhou.aid.registry.household.HouseholdView.Schooling;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Households with somebody on a register now: those of the caller's town, and those with a pupil of his. */
@ApplicationScoped
class Households {
    /** What a list may be narrowed by; null does not narrow. */
    record Filter(String town, String village, String source, boolean missingOnly) {}

    private record Found(UUID id, String source, String area, String town, String village) {}

    private record Of<T>(UUID household, T value) {}

    private static final String VISIBLE = """
            select h.id, h.source, h.area, h.town, h.village from household h
            where exists (select 1 from register_entry e
                          where e.household_index = h.household_index and e.source = h.source and e.valid_to is null)
              and ((:ownSchool::text is null and :ownTown::text is null) or h.town = :ownTown or exists (
                select 1 from household_pupil hp
                join student p on p.id = hp.student_id
                left join school s on s.code = p.school_code
                where hp.household_index = h.household_index and hp.source = h.source
                  and (:ownSchool::text is null or p.school_code = :ownSchool)
                  and (:ownTown::text is null or s.town = :ownTown)))
            """;

    private static final String NARROWED = """
             and (:after::uuid is null or h.id > :after) and (:town::text is null or h.town = :town)
              and (:village::text is null or h.village = :village) and (:source::text is null or h.source = :source)
              and (not :missing or exists (
                select 1 from register_entry e
                where e.household_index = h.household_index and e.source = h.source and e.valid_to is null
                  and exists (select 1 from school_age_on(:schoolDay) a
                      where a.source = e.source and e.birth_date between a.born_from and a.born_to)
                  and not exists (select 1 from pupil_identity i
                                  where i.identity_index = e.person_index and (i.certain or i.name = e.name))))
            order by h.id limit :most""";

    /** A case a person has confirmed makes a member with another name a pupil. */
    private static final String MEMBERS = """
            select h.id, e.name, e.relation, extract(year from e.birth_date)::int, e.category, e.since,
              case when k.named or d.confirmed then 'PUPIL' when k.certain then 'UNDECIDED'
                   when exists (select 1 from school_age_on(:schoolDay) a
                      where a.source = e.source and e.birth_date between a.born_from and a.born_to) then 'NO_PUPIL' else 'NOT_OF_SCHOOL_AGE' end,
              case when k.named or d.confirmed then k.student_id end
            from household h
            join register_entry e on e.household_index = h.household_index and e.source = h.source and e.valid_to is null
            left join lateral (
              select bool_or(i.name = e.name) as named, bool_or(i.certain) as certain,
                (array_agg(i.student_id order by (i.name = e.name) desc) filter (
                  where (:ownSchool::text is null or p.school_code = :ownSchool)
                    and (:ownTown::text is null or s.town = :ownTown)))[1] as student_id
              from pupil_identity i join student p on p.id = i.student_id left join school s on s.code = p.school_code
              where i.identity_index = e.person_index) k on true
            left join lateral (
              select true as confirmed from match_case mc
              where mc.person_index = e.person_index and mc.source = e.source and mc.kind = 'NAME_CONFLICT'
                and mc.state = 'CONFIRMED' limit 1) d on true
            where h.id = any(:ids)
            order by h.id, (e.person_index = e.head_index) desc nulls last, e.birth_date, e.id""";

    private static final String PUPILS = """
            select h.id, p.id, p.name, p.school_code, s.name, p.enrolment_state, max(hp.link) as link
            from household h
            join household_pupil hp on hp.household_index = h.household_index and hp.source = h.source
            join student p on p.id = hp.student_id
            left join school s on s.code = p.school_code
            where h.id = any(:ids) and (:ownSchool::text is null or p.school_code = :ownSchool)
              and (:ownTown::text is null or s.town = :ownTown)
            group by h.id, p.id, s.name
            order by h.id, p.name, p.id""";

    @Inject
    Database database;

    @Inject
    Matching matching;

    List<HouseholdView> list(Filter filter, Jurisdiction jurisdiction, UUID after, int most) {
        Map<String, Object> values = jurisdiction.parameters();
        values.put("after", after);
        values.put("most", most);
        values.put("town", filter.town());
        values.put("village", filter.village());
        values.put("source", filter.source());
        values.put("missing", filter.missingOnly());
        values.put("schoolDay", matching.schoolDay());
        return filled(VISIBLE + NARROWED, values, jurisdiction);
    }

    List<HouseholdView> find(UUID id, Jurisdiction jurisdiction) {
        Map<String, Object> values = jurisdiction.parameters();
        values.put("id", id);
        return filled(VISIBLE + " and h.id = :id", values, jurisdiction);
    }

    /** The caller has made sure that the pupil is his. */
    List<HouseholdView> ofPupil(UUID student, Jurisdiction jurisdiction) {
        Map<String, Object> values = jurisdiction.parameters();
        values.put("student", student);
        return filled(VISIBLE + """
                 and (h.household_index, h.source) in (
                   select household_index, source from household_pupil where student_id = :student)
                order by h.source, h.id""", values, jurisdiction);
    }

    private List<HouseholdView> filled(String sql, Map<String, Object> values, Jurisdiction jurisdiction) {
        Map<UUID, Found> found = new LinkedHashMap<>();
        database.list(
                sql,
                values,
                row -> found.put(
                        row.getObject(1, UUID.class),
                        new Found(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5))));
        if (found.isEmpty()) {
            return List.of();
        }
        Map<String, Object> of = jurisdiction.parameters();
        of.put("ids", found.keySet());
        of.put("schoolDay", matching.schoolDay());
        Map<UUID, List<Member>> members = byHousehold(members(of));
        Map<UUID, List<Pupil>> pupils = byHousehold(pupils(of));
        return found.values().stream()
                .map(h -> view(h, members.getOrDefault(h.id(), List.of()), pupils.getOrDefault(h.id(), List.of())))
                .toList();
    }

    private List<Of<Member>> members(Map<String, Object> of) {
        return database.list(
                MEMBERS,
                of,
                row -> new Of<>(
                        row.getObject(1, UUID.class),
                        new Member(
                                row.getString(2),
                                row.getString(3),
                                row.getInt(4),
                                row.getString(5),
                                row.getObject(6, LocalDate.class),
                                Schooling.valueOf(row.getString(7)),
                                row.getObject(8, UUID.class))));
    }

    private List<Of<Pupil>> pupils(Map<String, Object> of) {
        return database.list(
                PUPILS,
                of,
                row -> new Of<>(
                        row.getObject(1, UUID.class),
                        new Pupil(
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7))));
    }

    private static HouseholdView view(Found h, List<Member> members, List<Pupil> pupils) {
        long missing = members.stream()
                .filter(m -> m.schooling() == Schooling.NO_PUPIL)
                .count();
        return new HouseholdView(h.id(), h.source(), h.area(), h.town(), h.village(), (int) missing, members, pupils);
    }

    private static <T> Map<UUID, List<T>> byHousehold(List<Of<T>> all) {
        return all.stream()
                .collect(Collectors.groupingBy(Of::household, Collectors.mapping(Of::value, Collectors.toList())));
    }
}
