package cn.gov.zhuozhou.aid.local;

import cn.gov.zhuozhou.aid.chassis.testing.FreePorts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The port of each part of the suite, by the part's name. */
public record Ports(Map<String, Integer> byPart) {
    static final String POSTGRES = "postgres";
    static final String KAFKA = "kafka";
    static final String KAFKA_CONTROLLER = "kafka-controller";
    static final String KEYCLOAK = "keycloak";

    public Ports {
        byPart = Collections.unmodifiableMap(new LinkedHashMap<>(byPart));
    }

    /** The ports the documentation names. */
    static Ports usual() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put(POSTGRES, 15432);
        ports.put(KAFKA, 9092);
        ports.put(KAFKA_CONTROLLER, 9093);
        ports.put(KEYCLOAK, 8080);
        for (SuiteService service : SuiteService.values()) {
            ports.put(service.id(), service.usualPort());
        }
        return new Ports(ports);
    }

    /** Ports nobody uses at this moment. */
    static Ports free() {
        Map<String, Integer> ports = new LinkedHashMap<>(usual().byPart());
        List<Integer> found = FreePorts.find(ports.size());
        int next = 0;
        for (String part : usual().byPart().keySet()) {
            ports.put(part, found.get(next++));
        }
        return new Ports(ports);
    }

    /** The same with another port for one part; an unknown part is refused. */
    Ports with(String part, int port) {
        of(part);
        Map<String, Integer> ports = new LinkedHashMap<>(byPart);
        ports.put(part, port);
        return new Ports(ports);
    }

    int of(String part) {
        Integer port = byPart.get(part);
        if (port == null) {
            throw new IllegalArgumentException(
                    "no part `" + part + "`; there are " + String.join(", ", byPart.keySet()));
        }
        return port;
    }
}
