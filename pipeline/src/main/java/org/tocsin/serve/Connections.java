package org.tocsin.serve;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.EventsHandler;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many connections are open. Where there is one more, the one that has been without a request for longest is closed for it:
 * whoever opens many and asks nothing keeps nobody out. Where all are at work the new one is closed. Thread-safe.
 */
final class Connections extends EventsHandler implements Connection.Listener {
    private final int most;

    /** Requests at work of each connection; that which was last at work stands last. */
    private final Map<EndPoint, Integer> open = new LinkedHashMap<>();

    /**
     * No connection yet.
     *
     * @param most how many there may be, 1 or more
     */
    Connections(int most) {
        this.most = most;
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection.getEndPoint() instanceof SocketChannelEndPoint opened) {
            add(opened).ifPresent(EndPoint::close);
        }
    }

    @Override
    public void onClosed(Connection connection) {
        if (connection.getEndPoint() instanceof SocketChannelEndPoint closed) {
            remove(closed);
        }
    }

    @Override
    protected void onBeforeHandling(Request request) {
        count(endPoint(request), 1);
    }

    @Override
    protected void onComplete(Request request, int status, HttpFields headers, @Nullable Throwable failure) {
        count(endPoint(request), -1);
    }

    private static EndPoint endPoint(Request request) {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        // with TLS the request comes through one that wraps the socket's
        while (endPoint instanceof EndPoint.Wrapper wrapper) {
            endPoint = wrapper.unwrap();
        }
        return endPoint;
    }

    /** Adds a connection; the one that has to go for it, which is the new one itself where all others are at work. */
    private synchronized Optional<EndPoint> add(EndPoint opened) {
        open.put(opened, 0);
        if (open.size() <= most) {
            return Optional.empty();
        }
        Optional<EndPoint> idle = open.entrySet().stream()
                .filter(entry -> entry.getValue() == 0)
                .map(Map.Entry::getKey)
                .findFirst();
        idle.ifPresent(open::remove);
        return idle;
    }

    private synchronized void remove(EndPoint closed) {
        open.remove(closed);
    }

    private synchronized void count(EndPoint endPoint, int more) {
        Integer before = open.remove(endPoint);
        if (before != null) {
            open.put(endPoint, before + more);
        }
    }
}
