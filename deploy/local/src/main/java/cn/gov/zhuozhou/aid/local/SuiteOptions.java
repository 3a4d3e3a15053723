package cn.gov.zhuozhou.aid.local;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a suite runs on this machine.
 *
 * @param root of the repository, where the services were packaged
 * @param data folder everything is written to
 * @param fresh whether the folder is emptied first
 * @param ports of every part
 * @param clockStart where the business clock begins in a new data folder
 * @param heap of each service, as {@code -Xmx} takes it
 * @param fullSpeed whether services compile as far as in production; without it they start in half the time
 * @param feeds folder of the county's files
 * @param play whether the golden thread is played in a new data folder
 * @param settings of every service, besides what the suite sets
 */
public record SuiteOptions(
        Path root,
        Path data,
        boolean fresh,
        Ports ports,
        OffsetDateTime clockStart,
        String heap,
        boolean fullSpeed,
        Path feeds,
        boolean play,
        Map<String, String> settings) {

    /** The documented ports, {@code .aid-data} in the repository, the supplied county. */
    public static SuiteOptions usual(Path root) {
        return new SuiteOptions(
                root,
                root.resolve(".aid-data"),
                false,
                Ports.usual(),
                OffsetDateTime.parse("2019-03-04T08:00:00+08:00"),
                "256m",
                false,
                root.resolve("deploy/local/county"),
                true,
                Map.of());
    }

    public SuiteOptions withData(Path folder) {
        return new SuiteOptions(root, folder, fresh, ports, clockStart, heap, fullSpeed, feeds, play, settings);
    }

    public SuiteOptions withFreshData(boolean empty) {
        return new SuiteOptions(root, data, empty, ports, clockStart, heap, fullSpeed, feeds, play, settings);
    }

    /** Ports nobody uses at this moment, for tests beside a running suite. */
    public SuiteOptions withFreePorts() {
        return withPorts(Ports.free());
    }

    public SuiteOptions withPorts(Ports other) {
        return new SuiteOptions(root, data, fresh, other, clockStart, heap, fullSpeed, feeds, play, settings);
    }

    public SuiteOptions withClockStart(OffsetDateTime start) {
        return new SuiteOptions(root, data, fresh, ports, start, heap, fullSpeed, feeds, play, settings);
    }

    public SuiteOptions withHeap(String size) {
        return new SuiteOptions(root, data, fresh, ports, clockStart, size, fullSpeed, feeds, play, settings);
    }

    /** For measuring. */
    public SuiteOptions withFullSpeed(boolean wanted) {
        return new SuiteOptions(root, data, fresh, ports, clockStart, heap, wanted, feeds, play, settings);
    }

    public SuiteOptions withFeeds(Path folder) {
        return new SuiteOptions(root, data, fresh, ports, clockStart, heap, fullSpeed, folder, play, settings);
    }

    public SuiteOptions withPlay(boolean wanted) {
        return new SuiteOptions(root, data, fresh, ports, clockStart, heap, fullSpeed, feeds, wanted, settings);
    }

    /** One more property of every service, for example {@code aid.outbox.batch}. */
    public SuiteOptions withSetting(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(key, value);
        return new SuiteOptions(root, data, fresh, ports, clockStart, heap, fullSpeed, feeds, play, Map.copyOf(more));
    }
}
