package cn.gov.zhuozhou.aid.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Properties;

/** The command line of {@code deploy/local/up}; a flag wins over the system property {@code aid.local.<flag>}. */
final class Arguments {
    private static final String PREFIX = "aid.local.";

    private static final List<String> BARE = List.of("fresh", "free-ports", "full-speed", "no-play");
    private static final String PORT = "port.";
    private static final String SETTING = "setting.";

    private SuiteOptions options;

    private Arguments(SuiteOptions options) {
        this.options = options;
    }

    /**
     * Properties first, then the flags.
     *
     * @throws IllegalArgumentException naming the flag that is not understood
     */
    static SuiteOptions parse(Path root, Properties properties, List<String> line) {
        Arguments arguments = new Arguments(SuiteOptions.usual(root));
        for (String key : properties.stringPropertyNames().stream().sorted().toList()) {
            if (key.startsWith(PREFIX)) {
                arguments.property(key.substring(PREFIX.length()), properties.getProperty(key));
            }
        }
        Deque<String> rest = new ArrayDeque<>(line);
        while (!rest.isEmpty()) {
            arguments.flag(rest.pop(), rest);
        }
        return arguments.options;
    }

    private void property(String key, String value) {
        if (key.startsWith(PORT)) {
            port(key.substring(PORT.length()), value);
        } else if (key.startsWith(SETTING)) {
            options = options.withSetting(key.substring(SETTING.length()), value);
        } else if (BARE.contains(key)) {
            if (Boolean.parseBoolean(value)) {
                bare(key);
            }
        } else {
            valued(key, value);
        }
    }

    private void flag(String flag, Deque<String> rest) {
        if (!flag.startsWith("--")) {
            throw notUnderstood(flag);
        }
        String name = flag.substring(2);
        String value = null;
        int equals = name.indexOf('=');
        if (equals >= 0 && !name.startsWith("port=")) {
            value = name.substring(equals + 1);
            name = name.substring(0, equals);
        }
        if (name.startsWith("port=")) {
            value = name.substring("port=".length());
            name = "port";
        }
        if (BARE.contains(name)) {
            bare(name);
            return;
        }
        if (value == null && rest.isEmpty()) {
            throw notUnderstood(flag);
        }
        valued(name, value == null ? rest.pop() : value);
    }

    private void bare(String name) {
        options = switch (name) {
            case "fresh" -> options.withFreshData(true);
            case "free-ports" -> options.withFreePorts();
            case "full-speed" -> options.withFullSpeed(true);
            default -> options.withPlay(false);
        };
    }

    private void valued(String name, String value) {
        switch (name) {
            case "data" ->
                options = options.withData(Path.of(value).toAbsolutePath().normalize());
            case "feeds" ->
                options = options.withFeeds(Path.of(value).toAbsolutePath().normalize());
            case "heap" -> options = options.withHeap(value);
            case "clock" -> options = options.withClockStart(time(value));
            case "port" -> {
                String[] parts = value.split("=", 2);
                if (parts.length != 2) {
                    throw notUnderstood("--port " + value);
                }
                port(parts[0], parts[1]);
            }
            default -> throw notUnderstood("--" + name);
        }
    }

    private void port(String part, String number) {
        try {
            int port = Integer.parseInt(number);
            if (port < 1 || port > 65535) {
                throw notUnderstood("--port " + part + "=" + number);
            }
            options = options.withPorts(options.ports().with(part, port));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--port " + part + "=" + number, e);
        }
    }

    private static OffsetDateTime time(String value) {
        try {
            return OffsetDateTime.parse(value);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("--clock " + value, e);
        }
    }

    /** What the flags are. */
    static String usage() {
        try (InputStream text = Arguments.class.getResourceAsStream("usage.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IllegalArgumentException notUnderstood(String flag) {
        return new IllegalArgumentException(flag);
    }
}
