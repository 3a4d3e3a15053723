package cn.gov.zhuozhou.aid.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Looks before anything starts whether every port can be had. */
final class PortCheck {
    private PortCheck() {}

    /** @throws StartFailure naming every taken port, who has it and the flag that changes it */
    static void requireFree(Ports ports) {
        Map<String, Integer> taken = new LinkedHashMap<>();
        ports.byPart().forEach((part, port) -> {
            if (!isFree(port)) {
                taken.put(part, port);
            }
        });
        if (!taken.isEmpty()) {
            StringBuilder text = new StringBuilder();
            taken.forEach((part, port) -> text.append(line(part, port, PortOwner.of(port))));
            throw new StartFailure(text.toString().stripTrailing());
        }
    }

    static String line(String part, int port, Optional<String> owner) {
        String other = part + "=" + (port < 50_000 ? port + 10_000 : port - 10_000);
        return """
                端口 %d（%s）已被 %s 占用。请停止它，或换一个端口：--port %s
                Port %d (%s) is taken by %s. Stop it or choose another port: --port %s
                """.formatted(
                        port, part, owner.orElse("其他进程"), other, port, part, owner.orElse("another process"), other);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // a connection lingering from the last run does not matter
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
