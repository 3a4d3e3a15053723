package cn.gov.zhuozhou.aid.chassis.testing;

import java.nio.file.Path;

/**
 * Where and how an embedded PostgreSQL runs.
 *
 * @param data folder of the cluster
 * @param keep whether the cluster outlives {@code close()}; a kept cluster is durable, a temporary one trades that for speed
 * @param port 0 for any free one
 * @param programs folder below which PostgreSQL is unpacked once
 * @param log file the server writes to
 * @param password of the superuser and of every role made
 */
public record PostgresOptions(Path data, boolean keep, int port, Path programs, Path log, String password) {
    private static final Path TEMP = Path.of(System.getProperty("java.io.tmpdir"));

    /** A cluster of its own in a temporary folder, on a free port, gone after {@code close()}. */
    public static PostgresOptions temporary() {
        Path folder = Folders.temporary("aid-postgres-");
        Path programs = TEMP.resolve("aid-postgres-programs-" + System.getProperty("user.name"));
        return new PostgresOptions(
                folder.resolve("data"), false, 0, programs, folder.resolve("postgres.log"), "aid-test");
    }

    /** A durable cluster in {@code folder}, programs and log included. */
    public static PostgresOptions kept(Path folder, int port, Path log, String password) {
        return new PostgresOptions(folder.resolve("data"), true, port, folder.resolve("programs"), log, password);
    }
}
