package cn.gov.zhuozhou.aid.local;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One packaged service as a process of its own; it can be killed and started again while the others go on. */
public final class RunningService implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration GRACE = Duration.ofSeconds(25);

    private final SuiteService service;
    private final SuiteOptions options;
    private final Path folder;
    private final Path temporary;
    private final Path log;
    private final Progress progress;
    private boolean keepsClasses;
    private ChildProcess process;

    private RunningService(SuiteService service, SuiteOptions options, DataFolder data, Progress progress) {
        this.progress = progress;
        this.service = service;
        this.options = options;
        this.folder = data.sub("services").resolve(service.id());
        this.temporary = data.temporary();
        this.log = data.newLog(service.id());
    }

    static RunningService launch(
            SuiteService service,
            SuiteOptions options,
            DataFolder data,
            ServiceConfiguration configuration,
            Progress progress) {
        RunningService running = new RunningService(service, options, data, progress);
        configuration.writeTo(running.folder);
        running.launch();
        return running;
    }

    static void requirePackaged(SuiteOptions options) {
        for (SuiteService service : SuiteService.values()) {
            if (Files.notExists(service.program(options.root()))) {
                throw new StartFailure("""
                        服务 %s 尚未构建（缺少 %s）。请运行 deploy/local/up（不加 --no-build）。
                        Service %1$s is not built. Run deploy/local/up without --no-build.""".formatted(service.id(), service.program(options.root())));
            }
        }
    }

    public String name() {
        return service.id();
    }

    public URI url() {
        return URI.create("http://localhost:" + options.ports().of(service.id()));
    }

    public Path log() {
        return log;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until the service says it is ready; from then on its death is announced. */
    public void awaitReady() {
        Readiness.await(service.id(), url().resolve("/q/health/ready"), process, log, LIMIT);
        process.whenItDies(code -> progress.say(Obituary.of(service.id(), code, log)));
    }

    /**
     * From its next start on the service keeps what it has loaded as an archive, written when it is next stopped in order; every start
     * after that reads it and takes a quarter less. For a service that is started many times.
     */
    public synchronized void keepClasses() {
        keepsClasses = true;
    }

    /** Ends the process at once (SIGKILL). */
    public synchronized void kill() {
        process.kill();
    }

    /** Starts the service again, after stopping it in order if it still runs, and waits until it is ready. */
    public synchronized void restart() {
        close();
        launch();
        awaitReady();
    }

    /** Stops the service in order. */
    @Override
    public synchronized void close() {
        process.stop(GRACE);
    }

    private void launch() {
        List<String> line = new ArrayList<>(List.of("-Xmx" + options.heap(), "-XX:+UseSerialGC"));
        if (!options.fullSpeed()) {
            line.add("-XX:TieredStopAtLevel=1");
        }
        if (keepsClasses) {
            line.add("-XX:+AutoCreateSharedArchive");
            line.add("-XX:SharedArchiveFile=" + folder.resolve("classes.jsa"));
            // What is left out of it is told class by class, into the service's log.
            line.add("-Xlog:cds=off");
        }
        line.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        line.addAll(List.of("-jar", service.program(options.root()).toString()));
        process = ChildProcess.java(line, folder, temporary, log, Map.of());
    }
}
