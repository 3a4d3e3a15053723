package cn.gov.zhuozhou.aid.chassis.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports nobody listens on at the moment of asking. */
public final class FreePorts {
    private FreePorts() {}

    /** That many different free ports of the loopback address; each is held until the last is found. */
    public static List<Integer> find(int count) {
        if (count == 0) {
            return List.of();
        }
        try (ServerSocket held = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Integer> ports = new ArrayList<>(find(count - 1));
            ports.add(held.getLocalPort());
            return List.copyOf(ports);
        } catch (IOException e) {
            throw new UncheckedIOException("No free port", e);
        }
    }
}
