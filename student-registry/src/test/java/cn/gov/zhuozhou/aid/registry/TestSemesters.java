package cn.gov.zhuozhou.aid.registry;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;

/** Semesters for tests: each test that opens one takes a code nobody has used yet. */
@ApplicationScoped
public class TestSemesters {
    @Inject
    Database database;

    /**
     * The next unused spring, the half with a carry-over; far enough from the semester before that nothing is carried over by
     * accident.
     */
    public Semester next() {
        return database.list("select code from semester", Map.of(), row -> Semester.parse(row.getString(1))).stream()
                .max(Comparator.naturalOrder())
                .map(last -> last.next().next())
                .map(next -> next.half() == Semester.Half.SPRING ? next : next.next())
                .orElse(Semester.parse("2020-spring"));
    }

    /** A spring semester that is open: tests that need no opening of their own share it, for codes are few. */
    public Semester open() {
        return database.first(
                        "select code from semester where state = 'OPEN'",
                        Map.of(),
                        row -> Semester.parse(row.getString(1)))
                .orElseGet(() -> {
                    Semester semester = next();
                    open(semester);
                    return semester;
                });
    }

    /** Opens a semester over REST and waits for the carry-over. */
    public void open(Semester semester) {
        given().auth()
                .oauth2(Tokens.clerk())
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/api/v1/semesters/{code}/opening", semester.code())
                .then()
                .statusCode(202);
        awaitOpen(semester);
    }

    public void awaitOpen(Semester semester) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> database.first(
                                "select 1 from semester where code = :code and state = 'OPEN'",
                                Map.of("code", semester.code()),
                                row -> row.getInt(1))
                        .isPresent());
    }
}
