package cn.gov.zhuozhou.aid.chassis.testing;

import java.util.Map;

/** One service's database: the owner migrates, the app role only reads and writes what migrations granted. */
public record PostgresDatabase(String name, String jdbcUrl, String password) {
    public String owner() {
        return name + "_owner";
    }

    public String app() {
        return name + "_app";
    }

    /** The Quarkus configuration of a service that uses this database. */
    public Map<String, String> quarkusConfiguration() {
        return Map.of(
                "quarkus.datasource.jdbc.url", jdbcUrl,
                "quarkus.datasource.username", app(),
                "quarkus.datasource.password", password,
                "quarkus.flyway.jdbc-url", jdbcUrl,
                "quarkus.flyway.username", owner(),
                "quarkus.flyway.password", password,
                "quarkus.flyway.placeholders.app_role", app());
    }
}
