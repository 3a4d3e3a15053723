package cn.gov.zhuozhou.aid.local;

import cn.gov.zhuozhou.aid.chassis.testing.EmbeddedPostgresServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The whole suite on this machine: PostgreSQL, Kafka, Keycloak and the four packaged services. Everything it writes is in the
 * data folder; everything it starts ends with {@link #close()} or with this JVM.
 */
public final class LocalSuite implements AutoCloseable {
    private final SuiteOptions options;
    private final Progress progress;
    private final OpenParts parts;
    private final Map<SuiteService, RunningService> services =
            Collections.synchronizedMap(new EnumMap<>(SuiteService.class));
    private Infrastructure infrastructure;

    LocalSuite(SuiteOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
        this.parts = new OpenParts(progress);
    }

    /** Starts without a word. */
    public static LocalSuite start(SuiteOptions options) {
        return start(options, Progress.silent());
    }

    /**
     * Starts everything and waits until it is ready; what had started is stopped again when something fails.
     *
     * @throws StartFailure whose message tells a person what to do
     */
    public static LocalSuite start(SuiteOptions options, Progress progress) {
        LocalSuite suite = new LocalSuite(options, progress);
        try {
            suite.startAll();
            return suite;
        } catch (RuntimeException e) {
            suite.close();
            throw e;
        }
    }

    void startAll() {
        RunningService.requirePackaged(options);
        infrastructure = Infrastructure.start(options, progress, parts);
        parts.add(OpenParts.Rank.SERVICES, this::stopServices);
        for (SuiteService service : SuiteService.values()) {
            services.put(
                    service,
                    RunningService.launch(
                            service,
                            options,
                            infrastructure.folder(),
                            infrastructure.configurationOf(service),
                            progress));
        }
        InParallel.runAll(services.values().stream().map(this::awaiting).toList());
    }

    /** The service's handle: address, log, kill, restart. */
    public RunningService service(String id) {
        return services.get(SuiteService.named(id));
    }

    /** Address of the service's root, for example {@code http://localhost:8081}. */
    public URI url(String id) {
        return service(id).url();
    }

    public URI keycloakUrl() {
        return infrastructure.keycloak().url();
    }

    /** A bearer token of a demo user from the real Keycloak, good for 15 minutes. */
    public String token(String user) {
        return DemoUsers.token(infrastructure.keycloak().issuer(), user);
    }

    public String kafkaBootstrapServers() {
        return infrastructure.kafka().bootstrapServers();
    }

    /** For looking at what is stored: {@code postgres().connect("student_registry")}. */
    public EmbeddedPostgresServer postgres() {
        return infrastructure.postgres();
    }

    public SuiteOptions options() {
        return options;
    }

    /** Whether an earlier run left its data in the folder. */
    public boolean resumed() {
        return infrastructure.folder().resumed();
    }

    /** Log file of each part. */
    public Map<String, Path> logs() {
        Map<String, Path> logs = new LinkedHashMap<>();
        for (String part : options.ports().byPart().keySet()) {
            if (!part.equals(Ports.KAFKA_CONTROLLER)) {
                logs.put(part, infrastructure.folder().log(part));
            }
        }
        return logs;
    }

    /** Stops services, Keycloak, Kafka and PostgreSQL in this order; a second call does nothing. */
    @Override
    public void close() {
        parts.close();
    }

    boolean isClosed() {
        return parts.isClosed();
    }

    private Runnable awaiting(RunningService service) {
        return () -> progress.step("%-25s %s".formatted(service.name(), service.url()), service::awaitReady);
    }

    private void stopServices() {
        InParallel.runAll(services.values().stream()
                .<Runnable>map(service -> service::close)
                .toList());
    }
}
