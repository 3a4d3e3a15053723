package cn.gov.zhuozhou.aid.e2e;

import cn.gov.zhuozhou.aid.local.LocalSuite;
import cn.gov.zhuozhou.aid.local.SuiteOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Starts a suite for a test class, on free ports and in a data folder of its own that is emptied at the next run. */
final class RunningSuite {
    private RunningSuite() {}

    static LocalSuite start(String name) {
        return start(name, options -> options);
    }

    /** With options of its own. */
    static LocalSuite start(String name, UnaryOperator<SuiteOptions> own) {
        Path root = Path.of(System.getProperty("aid.root"));
        Path data = root.resolve("deploy/e2e/target/suites").resolve(name);
        try {
            Files.createDirectories(data.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var options =
                SuiteOptions.usual(root).withData(data).withFreshData(true).withFreePorts();
        return LocalSuite.start(own.apply(options));
    }
}
