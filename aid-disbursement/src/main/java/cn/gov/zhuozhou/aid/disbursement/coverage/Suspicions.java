package cn.gov.zhuozhou.aid.disbursement.coverage;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells of classes that look split equally and schools that look as if aid were handed round (A13; 不得平均分配、轮流坐庄). */
@ApplicationScoped
class Suspicions {
    enum Kind {
        /** All of a class are granted the same though policy grants them different amounts. */
        EQUAL_SPLIT,
        /** Among those identified in both semesters hardly anybody was aided twice. */
        ROTATION
    }

    /**
     * Something to look at; no proof.
     *
     * @param className null for rotation, which is about a school
     * @param pupils whom it is about
     * @param repeated of these aided in both semesters; null for an equal split
     */
    record Suspicion(
            Kind kind,
            String schoolCode,
            String programme,
            Integer grade,
            String className,
            long pupils,
            Long repeated) {}

    record SuspicionList(String semester, int leastPupils, int repeatedPermille, List<Suspicion> items) {}

    record Threshold(int leastPupils, int repeatedPermille) {}

    private static final String ROTATION = """
            with aided as (
              select distinct student_id, programme, semester, school_code, school_town from award
              where semester in (:semester, :before) and approved_by is not null),
            both_times as (
              select e.student_id from governing_eligibility e
              where e.semester in (:semester, :before) and e.identified group by e.student_id having count(*) = 2),
            once as (
              select coalesce(n.school_code, b.school_code) as school_code, coalesce(n.programme, b.programme) as programme,
                     n.student_id is not null as now, b.student_id is not null as before
              from (select * from aided where semester = :semester) n
              full join (select * from aided where semester = :before) b
                on b.student_id = n.student_id and b.programme = n.programme
              join both_times t on t.student_id = coalesce(n.student_id, b.student_id)
              where (:ownSchool::text is null or coalesce(n.school_code, b.school_code) = :ownSchool)
                and (:ownTown::text is null or coalesce(n.school_town, b.school_town) = :ownTown))
            select school_code, programme, count(*), count(*) filter (where now and before) from once
            group by school_code, programme
            having count(*) filter (where now and not before) >= :least
               and count(*) filter (where before and not now) >= :least
               and count(*) filter (where now and before) * 1000 <= :permille * count(*)
            order by school_code, programme
            """;

    /** One class under one programme. */
    private record ClassKey(String schoolCode, String programme, int grade, String className) {}

    /** What a class is entitled to and what it is granted. */
    private static final class Amounts {
        private final Set<Long> entitled = new HashSet<>();
        private final Set<Long> granted = new HashSet<>();
        private long pupils;
    }

    @Inject
    Coverage coverage;

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    SuspicionList of(Semester semester, Jurisdiction own) {
        Threshold threshold = threshold();
        List<Suspicion> found = new ArrayList<>(equalSplits(semester, own, threshold));
        found.addAll(rotations(semester, own, threshold));
        return new SuspicionList(semester.code(), threshold.leastPupils(), threshold.repeatedPermille(), found);
    }

    private List<Suspicion> equalSplits(Semester semester, Jurisdiction own, Threshold threshold) {
        Map<ClassKey, Amounts> classes = new HashMap<>();
        coverage.forEachPupil(
                semester,
                null,
                own,
                lines -> lines.stream()
                        .filter(line -> line.outcome().aided() && line.amountFen() != null)
                        .forEach(line -> add(classes, line)));
        return classes.entrySet().stream()
                .filter(e -> e.getValue().pupils >= threshold.leastPupils()
                        && e.getValue().entitled.size() > 1
                        && e.getValue().granted.size() == 1)
                .map(e -> new Suspicion(
                        Kind.EQUAL_SPLIT,
                        e.getKey().schoolCode(),
                        e.getKey().programme(),
                        e.getKey().grade(),
                        e.getKey().className(),
                        e.getValue().pupils,
                        null))
                .toList();
    }

    private static void add(Map<ClassKey, Amounts> classes, CoverageLine line) {
        Amounts amounts = classes.computeIfAbsent(
                new ClassKey(line.schoolCode(), line.programme(), line.grade(), line.className()),
                key -> new Amounts());
        amounts.entitled.add(line.entitledFen());
        amounts.granted.add(line.amountFen());
        amounts.pupils++;
    }

    private List<Suspicion> rotations(Semester semester, Jurisdiction own, Threshold threshold) {
        return database.list(
                ROTATION,
                Values.of(own.parameters())
                        .and("semester", semester.code())
                        .and("before", semester.previous().code())
                        .and("least", threshold.leastPupils())
                        .and("permille", threshold.repeatedPermille()),
                row -> new Suspicion(
                        Kind.ROTATION, row.getString(1), row.getString(2), null, null, row.getLong(3), row.getLong(4)));
    }

    private Threshold threshold() {
        return database.first("""
                        select least_pupils, repeated_permille from suspicion_threshold where first_day <= :today
                        order by first_day desc limit 1
                        """, Map.of("today", clock.today()), row -> new Threshold(row.getInt(1), row.getInt(2)))
                .orElseThrow();
    }
}
