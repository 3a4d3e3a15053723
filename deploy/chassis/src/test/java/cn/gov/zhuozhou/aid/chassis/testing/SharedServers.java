package cn.gov.zhuozhou.aid.chassis.testing;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The servers all test classes of one JVM share. Quarkus loads test resources anew for every application it starts and closes
 * their class loader with it, so the servers live in the system class loader, reached by name.
 */
public final class SharedServers {
    private static EmbeddedPostgresServer postgres;
    private static EmbeddedKafkaBroker kafka;

    private SharedServers() {}

    /** Configuration of a service on the database of that name, which is made if need be. */
    @SuppressWarnings("unchecked")
    static Map<String, String> databaseConfiguration(String name) {
        return (Map<String, String>) inSystemLoader("databaseConfigurationHere", name);
    }

    /** The broker, with these topics (separated by commas) made if need be. */
    static String bootstrapServers(String topics) {
        return (String) inSystemLoader("bootstrapServersHere", topics);
    }

    /** Called by name. */
    public static synchronized Map<String, String> databaseConfigurationHere(String name) {
        if (postgres == null) {
            postgres = EmbeddedPostgresServer.start();
            closeAtExit(postgres);
        }
        return postgres.createDatabase(name).quarkusConfiguration();
    }

    /** Called by name. */
    public static synchronized String bootstrapServersHere(String topics) {
        if (kafka == null) {
            kafka = EmbeddedKafkaBroker.start();
            closeAtExit(kafka);
        }
        kafka.createTopics(Stream.of(topics.split(","))
                .map(String::strip)
                .filter(topic -> !topic.isEmpty())
                .toList());
        return kafka.bootstrapServers();
    }

    private static void closeAtExit(AutoCloseable server) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                server.close();
            } catch (Exception e) {
                System.err.println("A test server did not stop in order: " + e);
            }
        }));
    }

    private static Object inSystemLoader(String name, String argument) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader system = ClassLoader.getSystemClassLoader();
        try {
            thread.setContextClassLoader(system);
            Class<?> home = Class.forName(SharedServers.class.getName(), true, system);
            Method method = home.getMethod(name, String.class);
            return method.invoke(null, argument);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A shared test server did not start", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
