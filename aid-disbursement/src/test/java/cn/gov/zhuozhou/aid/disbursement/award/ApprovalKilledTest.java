package cn.gov.zhuozhou.aid.disbursement.award;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import io.agroal.api.AgroalDataSource;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An approval of many awards that dies on its way, twice, and is taken up again as after the death of a worker. */
@DisbursementTest
class ApprovalKilledTest {
    private static final int AWARDS = 1_050;
    private static final int PORTION = 500;

    /** Whom the connection given keeps waiting is killed, in the middle of his transaction. */
    private static final String KILL_WHO_WAITS = """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where datname = current_database() and pg_backend_pid() = any (pg_blocking_pids(pid))
            """;

    @Inject
    AwardsOf awards;

    @Inject
    Database database;

    @Inject
    AgroalDataSource dataSource;

    private String school;

    @BeforeEach
    void manyProposedAwards() {
        RegistryPupil one = awards.known(new RegistryPupil());
        school = one.school();
        database.update("""
                insert into award
                select (jsonb_populate_record(a, jsonb_build_object('id', uuidv7(), 'student_id', uuidv7()))).*
                from award a, generate_series(2, :awards) where a.student_id = :one
                """, Map.of("awards", AWARDS, "one", one.id));
    }

    @Test
    void noAwardIsApprovedTwiceAndNothingIsBookedTwice() throws Exception {
        // Given
        long committedBefore = committed();
        String run;
        try (Connection early = locking(sameStepOf(nth(100)))) {
            run = asked();
            kill(early);
            awaitJob(run, "FAILED");
        }
        assertThat(approved()).isZero();
        assertThat(committed()).isEqualTo(committedBefore);

        try (Connection later = locking("select from award where id = '" + nth(PORTION + 100) + "' for update")) {
            takenUpAgain(run);
            await().atMost(Duration.ofSeconds(60)).until(() -> approved() == PORTION);
            kill(later);
            awaitJob(run, "FAILED");
        }
        assertThat(approved()).isEqualTo(PORTION);

        // When
        takenUpAgain(run);
        awaitJob(run, "DONE");

        // Then
        JsonPath done = run(run);
        assertThat(done.getInt("approved")).isEqualTo(AWARDS);
        assertThat(done.getLong("committedFen")).isEqualTo(AWARDS * 50_000L);
        assertThat(approved()).isEqualTo(AWARDS);
        assertThat(committed() - committedBefore).isEqualTo(AWARDS * 50_000L);
        assertThat(perAward("ledger_transaction t on t.subject = a.id and t.kind = 'COMMITMENT'"))
                .isEqualTo("1 1");
        assertThat(perAward("award_history t on t.award_id = a.id and t.event = 'APPROVED'"))
                .isEqualTo("1 1");
        assertThat(perAward("trail t on t.subject_id = a.id::text and t.action = 'award.approved'"))
                .isEqualTo("1 1");
        assertThat(perAward("outbox t on t.subject = a.id::text and t.payload like '%\"APPROVED\"%'"))
                .isEqualTo("1 1");
    }

    private String asked() {
        return given().auth()
                .oauth2(Tokens.reviewer())
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"semester\": \"2019-spring\", \"programme\": \"CMP-03\", \"schoolCode\": \"" + school + "\"}")
                .post("/api/v1/awards/approvals")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    /** The step an approval will write, not committed: whoever writes it waits, with all his postings done. */
    private static String sameStepOf(UUID award) {
        return """
                insert into award_history (award_id, revision, event, from_state, to_state, actor, actor_name, at, reasons)
                values ('%s', 2, 'APPROVED', 'PROPOSED', 'APPROVED', 'x', 'x', now(), '[]')
                """.formatted(award);
    }

    private Connection locking(String sql) throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return connection;
    }

    private static void kill(Connection blocking) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            try (var statement = blocking.createStatement();
                    var killed = statement.executeQuery(KILL_WHO_WAITS)) {
                return killed.next() && killed.getLong(1) == 1;
            }
        });
        try {
            blocking.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a worker that died leaves its job: running, and its lease over. */
    private void takenUpAgain(String run) {
        database.update("""
                update job set state = 'RUNNING', worker = 'dead', lease_until = now() - interval '1 second', finished_at = null,
                    error = null
                where id = :id
                """, Map.of("id", job(run)));
    }

    private void awaitJob(String run, String state) {
        UUID job = job(run);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> database.number(
                                "select count(*) from job where id = :id and state = :state",
                                Map.of("id", job, "state", state))
                        == 1);
    }

    private static UUID job(String run) {
        return UUID.fromString(run(run).getString("jobId"));
    }

    private static JsonPath run(String run) {
        return given().auth().oauth2(Tokens.reviewer()).get(run).jsonPath();
    }

    private long approved() {
        return database.number(
                "select count(*) from award where school_code = :school and state = 'APPROVED'",
                Map.of("school", school));
    }

    private UUID nth(int place) {
        return database.first(
                        "select id from award where school_code = :school order by id offset :place limit 1",
                        Map.of("school", school, "place", place),
                        row -> row.getObject(1, UUID.class))
                .orElseThrow();
    }

    /** Fewest and most of something each award of the school has. */
    private String perAward(String joined) {
        return database.first(
                        "select min(n) || ' ' || max(n) from (select count(t) as n from award a left join " + joined
                                + " where a.school_code = :school group by a.id) x",
                        Map.of("school", school),
                        row -> row.getString(1))
                .orElseThrow();
    }

    private long committed() {
        return database.number(
                "select coalesce(sum(debit_fen - credit_fen), 0) from ledger_balance where account = 'CMP-03/COMMITTED'",
                Map.of());
    }
}
