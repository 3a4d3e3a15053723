package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Has the present transaction work on copies of what a merge writes: temporary tables of the same names, which are found before
 * the tables themselves. Such a merge locks no row anybody else needs, waits for nobody, and sees the one moment it began at.
 * Triggers are not copied, for what is rolled back needs no history.
 */
@ApplicationScoped
class Copies {
    /** What a merge reads and changes. */
    private static final List<String> FILLED = List.of(
            "feed_batch",
            "school",
            "student",
            "former_identifier",
            "enrolment_change",
            "identified_entry",
            "prior_identification",
            "register_entry",
            "refused_member",
            "household",
            "evidence",
            "match_case",
            "reverse_check",
            "out_of_area_student",
            "out_of_area_answer");

    /** What a merge only adds to. */
    private static final List<String> EMPTY =
            List.of("feed_row", "feed_row_set", "end_taken_back", "pending_evaluation", "outbox", "trail");

    /** Their texts name tables as they are found, so that copies of views are views of copies; in the order they need each other. */
    private static final List<String> VIEWS =
            List.of("student_number_holder", "pupil_identity", "pupil_guardian", "household_pupil");

    private static final String WRITTEN = """
            select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) from pg_stat_xact_user_tables where schemaname = 'public'""";

    @Inject
    Database database;

    /** Must come first in the transaction. The caller rolls back. */
    void begin() {
        database.execute("set transaction isolation level repeatable read");
        List<String> views = VIEWS.stream().map(this::viewText).toList();
        Stream.concat(FILLED.stream(), EMPTY.stream()).forEach(this::make);
        for (String table : FILLED) {
            database.execute(
                    "insert into pg_temp.%1$s overriding system value select * from public.%1$s".formatted(table));
            indexes(table).forEach(database::execute);
            database.execute("analyze pg_temp." + table);
        }
        for (String table : EMPTY) {
            indexes(table).forEach(database::execute);
        }
        for (int i = 0; i < views.size(); i++) {
            database.execute("create temporary view %s as %s".formatted(VIEWS.get(i), views.get(i)));
        }
        // Said anew, for statements planned before the copies were there would go on to use the tables.
        database.execute("set local search_path = pg_temp, public");
    }

    /** Does work that may write to copies only. */
    void onlyOn(Runnable work) {
        long before = database.number(WRITTEN, Map.of());
        work.run();
        if (database.number(WRITTEN, Map.of()) != before) {
            throw new IllegalStateException("a merge on trial wrote to a table that is not copied");
        }
    }

    private void make(String table) {
        database.execute("""
                create temporary table %1$s (like public.%1$s including defaults including generated including identity
                  including constraints including storage)""".formatted(table));
    }

    private String viewText(String view) {
        return database.first(
                        "select pg_get_viewdef(cast(:view as regclass))",
                        Map.of("view", "public." + view),
                        row -> row.getString(1))
                .orElseThrow();
    }

    /** Built once the rows are there, which is cheaper. */
    private List<String> indexes(String table) {
        return database.list(
                "select replace(indexdef, ' ON public.', ' ON pg_temp.') from pg_indexes"
                        + " where schemaname = 'public' and tablename = :table",
                Map.of("table", table),
                row -> row.getString(1));
    }
}
