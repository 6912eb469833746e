package org.tocsin.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Free TCP ports on the loopback interface. */
final class LocalPorts {
    private LocalPorts() {}

    /**
     * The wanted port, or a free one where 0 is wanted.
     *
     * @throws LocalFailure if the machine has no free port
     */
    static int orFree(int wanted) {
        if (wanted != 0) {
            return wanted;
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new LocalFailure("There is no free port on the loopback interface", e);
        }
    }
}
