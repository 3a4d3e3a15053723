package cn.gov.zhuozhou.aid.local.bench;

import cn.gov.zhuozhou.aid.local.Folder;
import cn.gov.zhuozhou.aid.local.LocalSuite;
import cn.gov.zhuozhou.aid.local.SuiteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** A suite of its own for one bench, at full speed, with nothing loaded; nothing of it stays. */
final class BenchSuite {
    /** A bench, with a folder for its files. */
    @FunctionalInterface
    interface Bench {
        void run(LocalSuite suite, Path folder) throws IOException, SQLException;
    }

    private BenchSuite() {}

    static void with(String name, Bench bench) throws IOException, SQLException {
        Path root =
                Path.of(System.getProperty("aid.root", ".")).toAbsolutePath().normalize();
        Path folder = Files.createTempDirectory("aid-" + name + "-bench");
        var options = SuiteOptions.usual(root)
                .withData(folder.resolve("data"))
                .withFreePorts()
                .withFullSpeed(true)
                .withPlay(false);
        try (var suite = LocalSuite.start(options)) {
            bench.run(suite, folder);
        } finally {
            Folder.delete(folder);
        }
    }

    /** The argument at a place, or what it is without. */
    static int number(String[] arguments, int place, int otherwise) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
    }
}
