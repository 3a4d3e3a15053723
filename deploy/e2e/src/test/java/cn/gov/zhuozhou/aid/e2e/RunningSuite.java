package cn.gov.zhuozhou.aid.e2e;

import cn.gov.zhuozhou.aid.local.LocalSuite;
import cn.gov.zhuozhou.aid.local.SuiteOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts a suite for a test class, on free ports and in a data folder of its own that is emptied at the next run. */
final class RunningSuite {
    private RunningSuite() {}

    static LocalSuite start(String name) {
        Path root = Path.of(System.getProperty("aid.root"));
        Path data = root.resolve("deploy/e2e/target/suites").resolve(name);
        try {
            Files.createDirectories(data.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return LocalSuite.start(
                SuiteOptions.usual(root).withData(data).withFreshData(true).withFreePorts());
    }
}
