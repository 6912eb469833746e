package org.tocsin.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Certificate and key of the API. When their files change they are read again, for connections that begin then; where they cannot be
 * read, the former ones stay.
 *
 * @param first as they were read at the beginning
 * @param again reads them again; fails with {@link IllegalArgumentException} where that cannot be done
 * @param files what is watched
 */
public record Tls(SSLContext first, Supplier<SSLContext> again, List<Path> files) {
    static final Duration LOOK = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(Tls.class);

    /** Keeps a copy of the files. */
    public Tls {
        files = List.copyOf(files);
    }

    /**
     * Certificate and key that are read now.
     *
     * @param context reads them
     * @throws IllegalArgumentException if that cannot be done
     */
    public static Tls of(Supplier<SSLContext> context, List<Path> files) {
        return new Tls(context.get(), context, files);
    }

    /** A connector that speaks nothing but TLS. */
    ServerConnector connector(Server server, HttpConfiguration http) {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setSslContext(first);
        HttpConfiguration secure = new HttpConfiguration(http);
        // callers come by many names and addresses, and check the one that they asked for themselves
        secure.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector = new ServerConnector(
                server, new SslConnectionFactory(factory, "http/1.1"), new HttpConnectionFactory(secure));
        connector.addBean(new Renewal(this, factory), true);
        return connector;
    }

    /** A text that differs whenever a file does. */
    private String state() {
        StringBuilder state = new StringBuilder();
        for (Path file : files) {
            try {
                state.append(Files.getLastModifiedTime(file))
                        .append(' ')
                        .append(Files.size(file))
                        .append('\n');
            } catch (IOException e) {
                state.append("not there\n");
            }
        }
        return state.toString();
    }

    /** Looks at the files as long as the connector runs. */
    private static final class Renewal extends AbstractLifeCycle {
        private final Tls tls;
        private final SslContextFactory.Server factory;
        private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "tls-renewal");
            thread.setDaemon(true);
            return thread;
        });
        private String state;

        Renewal(Tls tls, SslContextFactory.Server factory) {
            this.tls = tls;
            this.factory = factory;
            this.state = tls.state();
        }

        @Override
        protected void doStart() {
            clock.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        protected void doStop() {
            clock.shutdownNow();
        }

        private void look() {
            String now = tls.state();
            if (now.equals(state)) {
                return;
            }
            state = now;
            try {
                SSLContext context = tls.again().get();
                factory.reload(reloaded -> reloaded.setSslContext(context));
                LOG.info("The certificate of the API was read again");
            } catch (Exception e) { // whatever is wrong with the new files, the old certificate is better than none
                LOG.error("The changed certificate of the API cannot be used, the former one stays: {}", e.toString());
            }
        }
    }
}
