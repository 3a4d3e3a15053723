package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who is of school age, by register and stage: dated data of the administrator. Ages count on the semester's first day. */
@ApplicationScoped
public class SchoolAges {
    /** The stages a person may be missed in; other stages than a school has, for the age alone tells no more. */
    enum Stage {
        PRESCHOOL,
        PRIMARY,
        JUNIOR,
        SENIOR,
        HIGHER
    }

    /** First and last birth date of those of school age; nobody lies between them where the register is not asked. */
    public record Born(LocalDate from, LocalDate to) {
        private static final Born NOBODY = new Born(LocalDate.of(9999, 1, 1), LocalDate.of(1, 1, 1));
    }

    record Range(String source, Stage stage, int fromAge, int toAge, boolean task, LocalDate validFrom) {}

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    Born born(String source) {
        return database.first(
                        "select min(born_from), max(born_to) from school_age_on(:day) where source = :source",
                        Map.of("day", countedOn(), "source", source),
                        row -> row.getObject(1, LocalDate.class) == null
                                ? Born.NOBODY
                                : new Born(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
                .orElseThrow();
    }

    LocalDate countedOn() {
        return clock.semester().firstDay();
    }

    List<Range> all() {
        return database.list(
                "select source, stage, from_age, to_age, task, valid_from from school_age"
                        + " order by source, valid_from, from_age",
                Map.of(),
                row -> new Range(
                        row.getString(1),
                        Stage.valueOf(row.getString(2)),
                        row.getInt(3),
                        row.getInt(4),
                        row.getBoolean(5),
                        row.getObject(6, LocalDate.class)));
    }

    /** Adds a register's set; false where one begins on that day already. */
    boolean add(List<Range> ranges) {
        int added = 0;
        for (Range range : ranges) {
            Map<String, Object> values = new HashMap<>();
            values.put("source", range.source());
            values.put("stage", range.stage());
            values.put("fromAge", range.fromAge());
            values.put("toAge", range.toAge());
            values.put("task", range.task());
            values.put("validFrom", range.validFrom());
            added += database.update("""
                    insert into school_age (source, stage, from_age, to_age, task, valid_from)
                    values (:source, :stage, :fromAge, :toAge, :task, :validFrom)
                    on conflict do nothing""", values);
        }
        return added == ranges.size();
    }
}
