package org.tocsin.local;

import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Thread pools that do not keep the process alive. */
final class DaemonPool {
    private DaemonPool() {}

    static QueuedThreadPool of(String name, int threads) {
        QueuedThreadPool pool = new QueuedThreadPool(threads, 2);
        pool.setName(name);
        pool.setDaemon(true);
        return pool;
    }
}
