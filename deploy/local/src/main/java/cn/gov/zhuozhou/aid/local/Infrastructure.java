package cn.gov.zhuozhou.aid.local;

import cn.gov.zhuozhou.aid.chassis.testing.EmbeddedKafkaBroker;
import cn.gov.zhuozhou.aid.chassis.testing.EmbeddedPostgresServer;
import cn.gov.zhuozhou.aid.chassis.testing.KafkaOptions;
import cn.gov.zhuozhou.aid.chassis.testing.PostgresOptions;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** What the services stand on: data folder, PostgreSQL, Kafka and Keycloak. */
final class Infrastructure {
    private final SuiteOptions options;
    private final Progress progress;
    private final OpenParts parts;
    private final DataFolder folder;
    private final Secrets secrets;
    private EmbeddedPostgresServer postgres;
    private EmbeddedKafkaBroker kafka;
    private KeycloakServer keycloak;

    private Infrastructure(SuiteOptions options, Progress progress, OpenParts parts) {
        this.options = options;
        this.progress = progress;
        this.parts = parts;
        this.folder = DataFolder.open(options.data(), options.fresh());
        parts.add(OpenParts.Rank.FOLDER, folder::close);
        LauncherLog log = new LauncherLog(folder.newLog(Ports.KAFKA));
        parts.add(OpenParts.Rank.LOG, log::close);
        this.secrets = Secrets.in(folder.sub("secrets.properties"));
    }

    /** Starts Keycloak beside the others, for it takes longest, and waits for all. */
    static Infrastructure start(SuiteOptions options, Progress progress, OpenParts parts) {
        Infrastructure infrastructure = new Infrastructure(options, progress, parts);
        PortCheck.requireFree(options.ports());
        progress.say(
                infrastructure.folder.resumed()
                        ? "继续使用数据目录 · resuming " + options.data()
                        : "新的数据目录，首次启动要准备 Keycloak · new data folder, Keycloak is prepared once: " + options.data());
        CompletableFuture<Void> identity = InParallel.run(infrastructure::startKeycloak);
        infrastructure.startPostgres();
        infrastructure.startKafka();
        InParallel.await(identity);
        return infrastructure;
    }

    DataFolder folder() {
        return folder;
    }

    EmbeddedPostgresServer postgres() {
        return postgres;
    }

    EmbeddedKafkaBroker kafka() {
        return kafka;
    }

    KeycloakServer keycloak() {
        return keycloak;
    }

    /** What that service is told, its database made if need be. */
    ServiceConfiguration configurationOf(SuiteService service) {
        return ServiceConfiguration.of(
                service,
                options,
                postgres.createDatabase(service.database()),
                kafka.bootstrapServers(),
                keycloak.issuer(),
                secrets);
    }

    private void startKeycloak() {
        progress.step("Keycloak   http://localhost:" + options.ports().of(Ports.KEYCLOAK), () -> {
            keycloak = KeycloakServer.launch(options, folder, secrets);
            parts.add(OpenParts.Rank.KEYCLOAK, keycloak::close);
            keycloak.awaitReady();
            keycloak.announceDeath(progress);
        });
    }

    private void startPostgres() {
        int port = options.ports().of(Ports.POSTGRES);
        progress.step("PostgreSQL 127.0.0.1:" + port, () -> {
            Path log = folder.newLog(Ports.POSTGRES);
            try {
                postgres = EmbeddedPostgresServer.start(
                        PostgresOptions.kept(folder.sub(Ports.POSTGRES), port, log, secrets.databasePassword()));
            } catch (RuntimeException e) {
                throw new StartFailure("PostgreSQL", e, log);
            }
            parts.add(OpenParts.Rank.POSTGRES, postgres::close);
        });
    }

    private void startKafka() {
        int port = options.ports().of(Ports.KAFKA);
        progress.step("Kafka      127.0.0.1:" + port, () -> {
            kafka = EmbeddedKafkaBroker.start(KafkaOptions.kept(
                    folder.sub(Ports.KAFKA), port, options.ports().of(Ports.KAFKA_CONTROLLER)));
            parts.add(OpenParts.Rank.KAFKA, kafka::close);
            kafka.createTopics(Topics.ALL);
        });
    }
}
