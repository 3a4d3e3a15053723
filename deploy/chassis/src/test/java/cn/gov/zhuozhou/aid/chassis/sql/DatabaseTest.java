package cn.gov.zhuozhou.aid.chassis.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.chassis.ChassisTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ChassisTest
class DatabaseTest {
    private static final String COUNT_OF_CONSUMER = "select count(*) from inbox where consumer = :consumer";

    private final String consumer = UUID.randomUUID().toString();

    @Inject
    Database database;

    @Test
    void valuesArriveInTheTypesOfTheirColumns() {
        // Given
        UUID id = UUID.randomUUID();
        Instant at = Instant.parse("2019-03-04T00:00:00Z");

        // When
        var read = database.first(
                        "select :id::uuid, :at::timestamptz, :day::date, :name::text, :number::bigint, :yes::boolean",
                        Values.of("id", id)
                                .and("at", at)
                                .and("day", LocalDate.of(2019, 3, 4))
                                .and("name", DayOfWeek.MONDAY)
                                .and("number", 7L)
                                .and("yes", true),
                        row -> List.of(
                                row.getObject(1, UUID.class),
                                Rows.instant(row, 2),
                                row.getObject(3, LocalDate.class),
                                Rows.constant(row, 4, DayOfWeek.class),
                                row.getLong(5),
                                row.getBoolean(6)))
                .orElseThrow();

        // Then
        assertThat(read).isEqualTo(List.of(id, at, LocalDate.of(2019, 3, 4), DayOfWeek.MONDAY, 7L, true));
    }

    @Test
    void nothingIsAValueAndIsReadAsNull() {
        // When
        boolean allNull = database.first(
                        "select :a::timestamptz as at, :a::text[] as texts, :a::text as name",
                        Values.of("a", null),
                        row -> Rows.instant(row, "at") == null
                                && Rows.strings(row, "texts") == null
                                && Rows.constant(row, "name", DayOfWeek.class) == null)
                .orElseThrow();

        // Then
        assertThat(allNull).isTrue();
    }

    @Test
    void collectionsAreArraysOfWhatTheyHold() {
        // Given
        UUID id = UUID.randomUUID();

        // When
        long hits = database.number(
                """
                select count(*) from (values (:id::uuid, 'MONDAY', 3::bigint, 4)) t (id, day, big, small)
                where id = any (:ids) and day = any (:days) and big = any (:bigs) and small = any (:smalls)
                """,
                Map.of(
                        "id", id,
                        "ids", List.of(UUID.randomUUID(), id),
                        "days", Set.of(DayOfWeek.MONDAY),
                        "bigs", List.of(3L),
                        "smalls", List.of(4)));

        // Then
        assertThat(hits).isEqualTo(1);
    }

    @Test
    void anEmptyCollectionFitsAnyArray() {
        assertThat(database.number("""
                        select count(*) from (values (uuidv7(), 'a', 1::bigint)) t (id, name, number)
                        where id = any (:none) or name = any (:none) or number = any (:none)
                        """, Map.of("none", List.of()))).isZero();
    }

    @Test
    void aBatchRunsOnceForEachThing() {
        // When
        QuarkusTransaction.requiringNew()
                .run(() -> database.batch(
                        "insert into inbox (consumer, event_id) values (:consumer, :event)",
                        List.of("a", "b", "c"),
                        event -> Map.of("consumer", consumer, "event", event)));

        // Then
        assertThat(database.list(
                        "select event_id from inbox where consumer = :consumer order by event_id",
                        Map.of("consumer", consumer),
                        row -> row.getString(1)))
                .containsExactly("a", "b", "c");
    }

    @Test
    void aBatchOfNothingAsksNothing() {
        database.batch("this is no statement", List.of(), thing -> Map.of());
    }

    @Test
    void rowsAreGoneThroughInTheirOrder() {
        // Given
        List<Integer> seen = new ArrayList<>();

        // When
        database.forEach(
                "select n from generate_series(1, :last) n order by n desc",
                Map.of("last", 3),
                row -> seen.add(row.getInt(1)));

        // Then
        assertThat(seen).containsExactly(3, 2, 1);
    }

    @Test
    void whatIsWrittenGoesWithTheTransaction() {
        // When
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    database.update(
                            "insert into inbox (consumer, event_id) values (:consumer, 'x')",
                            Map.of("consumer", consumer));
                    throw new IllegalArgumentException("undo");
                }))
                .hasMessage("undo");

        // Then
        assertThat(database.number(COUNT_OF_CONSUMER, Map.of("consumer", consumer)))
                .isZero();
    }

    @Test
    void aValueThatIsMissingIsNamed() {
        assertThatThrownBy(() -> database.number(COUNT_OF_CONSUMER, Map.of("consumed", consumer)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no value for :consumer");
    }

    @Test
    void aRefusalOfTheDatabaseKeepsItsCause() {
        assertThatThrownBy(() -> database.execute("select nothing from nowhere"))
                .hasCauseInstanceOf(SQLException.class);
    }

    @Test
    void noPlanIsKeptWhereStatementsArePlannedForWhatIsThere() {
        long kept = QuarkusTransaction.requiringNew()
                .call(() -> plansKeptOf("select count(*) from inbox where consumer = :id", () -> {}));
        long keptNot = QuarkusTransaction.requiringNew()
                .call(() ->
                        plansKeptOf("select count(*) from inbox where :id = consumer", database::planForWhatIsThere));

        assertThat(kept).isPositive();
        assertThat(keptNot).isZero();
    }

    /** The server plans a statement for its values some times before it keeps a plan for all. */
    private long plansKeptOf(String sql, Runnable before) {
        before.run();
        for (int i = 0; i < 30; i++) {
            database.number(sql, Map.of("id", consumer));
        }
        return database.number(
                "select coalesce(sum(generic_plans), 0) from pg_prepared_statements where statement = :sql",
                Map.of("sql", sql.replace(":id", "$1")));
    }
}
