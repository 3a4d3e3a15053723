package cn.gov.zhuozhou.aid.disbursement.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.testing.PostgresResource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A database in use before sets were wholes: what stood in it stands there after. */
class PolicyUpgradeTest {
    private static Map<String, String> database;

    @BeforeAll
    static void aDatabaseInUseIsUpgraded() throws SQLException {
        PostgresResource server = new PostgresResource();
        server.init(Map.of(PostgresResource.DATABASE, "aid_disbursement_upgrade"));
        database = server.start();
        migrate("0070");
        run("""
            insert into rate (programme, rate_key, amount_fen, effective_from, scope, document, added_by) values
              ('CMP-03', 'PRIMARY', 70000, '2024-spring', 'COUNTY', 'ZZ-LOCAL', 'admin'),
              ('CMP-03', 'SPECIAL', 90000, '2020-autumn', 'COUNTY', 'ZZ-LOCAL', 'admin')
            """);
        run("update policy_set set revision = revision + 2 where state = 'IN_FORCE'");
        run("""
            insert into award (id, version, student_id, identification_id, school_code, school_town, semester, programme,
              programme_name, form, payer, rate_key, amount_fen, state, because, policy_version, reasons, proposed_by, decided_at)
            values (uuidv7(), 0, uuidv7(), uuidv7(), 'S1', '某镇', '2019-spring', 'CMP-03', '寄宿生生活补助', 'CASH_CARD', 'COUNTY',
              'PRIMARY', 50000, 'PROPOSED', 'CARRIED', '2019-spring.1/3', '[]', 'system:award', now())
            """);
        migrate("latest");
    }

    @Test
    void ratesTheCountyAddedStayInTheSetTheyWereAddedTo() throws SQLException {
        assertThat(read("""
                select rate_key || ' ' || effective_from || ' ' || amount_fen from rate
                where policy_version = '2019-spring.1' and programme = 'CMP-03' order by rate_key, effective_from
                """))
                .containsExactly(
                        "JUNIOR 2016-autumn 62500",
                        "PRIMARY 2016-autumn 50000",
                        "PRIMARY 2024-spring 70000",
                        "SPECIAL 2016-autumn 75000",
                        "SPECIAL 2020-autumn 90000");
    }

    @Test
    void andGoBeforeTheNationalOnesInTheSetThatContinuesIt() throws SQLException {
        assertThat(read("""
                select rate_key || ' ' || amount_fen from rate where policy_version = '2019-spring.2' and programme = 'CMP-03'
                  and effective_from in ('2024-spring', '2020-autumn') order by rate_key
                """)).containsExactly("JUNIOR 75000", "PRIMARY 70000", "SPECIAL 90000");
    }

    @Test
    void awardsRestOnTheSetTheyRestedOn() throws SQLException {
        assertThat(read("select policy_version || ' ' || amount_fen from award"))
                .containsExactly("2019-spring.1/3 50000");
        assertThat(read("select version || ' ' || state from policy_set order by version"))
                .containsExactly("2019-autumn.1 IN_FORCE", "2019-spring.1 RETIRED", "2019-spring.2 IN_FORCE");
    }

    private static void migrate(String target) {
        Flyway.configure()
                .dataSource(
                        database.get("quarkus.flyway.jdbc-url"),
                        database.get("quarkus.flyway.username"),
                        database.get("quarkus.flyway.password"))
                .locations("classpath:db/chassis", "classpath:db/migration")
                .placeholders(Map.of("app_role", database.get("quarkus.flyway.placeholders.app_role")))
                .target(target)
                .load()
                .migrate();
    }

    private static void run(String sql) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static List<String> read(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var connection = connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(
                database.get("quarkus.flyway.jdbc-url"),
                database.get("quarkus.flyway.username"),
                database.get("quarkus.flyway.password"));
    }
}
