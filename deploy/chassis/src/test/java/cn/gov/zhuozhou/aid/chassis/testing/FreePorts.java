package cn.gov.zhuozhou.aid.chassis.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports nobody listens on at the moment of asking. They lie below those a system gives to outgoing connections (from 32768 on
 * Linux), so that none of these takes one before its server has started.
 */
public final class FreePorts {
    private static final int FIRST = 20_000;
    private static final int END = 32_768;
    private static final int MOST_TRIES = 1_000;

    private FreePorts() {}

    /** That many different free ports of the loopback address. */
    public static List<Integer> find(int count) {
        List<Integer> found = new ArrayList<>();
        for (int tries = 0; found.size() < count; tries++) {
            if (tries == MOST_TRIES) {
                throw new IllegalStateException("No free port between " + FIRST + " and " + END);
            }
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (!found.contains(port) && isFree(port)) {
                found.add(port);
            }
        }
        return List.copyOf(found);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
