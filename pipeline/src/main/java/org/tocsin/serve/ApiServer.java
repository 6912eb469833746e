package org.tocsin.serve;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.serve.query.BadCursor;
import org.tocsin.stream.StoresUnavailable;

/** The HTTP API over the state stores. Answers JSON; errors are RFC 9457 problem+json. */
public final class ApiServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private final Javalin javalin;

    private ApiServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts to listen.
     *
     * @param settings where, and for whom
     * @param stores what the API answers from
     * @param meters what /metrics shows
     * @param now the time, for windows that end now
     * @param resources further operations
     */
    public static ApiServer start(
            ApiSettings settings,
            Stores stores,
            PrometheusMeterRegistry meters,
            Clock now,
            List<? extends Resource> resources) {
        List<PlainResource> plain = resources(stores, meters, now);
        Javalin javalin = Javalin.create(config -> configure(config, plain, resources));
        return new ApiServer(javalin.start(settings.host(), settings.port()));
    }

    private static List<PlainResource> resources(Stores stores, PrometheusMeterRegistry meters, Clock now) {
        List<PlainResource> resources = new ArrayList<>(List.of(
                new EventsResource(stores),
                new IncidentsResource(stores),
                new RollupsResource(stores, now),
                new RollupChangeResource(stores, now),
                new HealthResource(),
                new ReadinessResource(stores),
                new MetricsResource(meters)));
        resources.add(new IndexResource(List.copyOf(resources)));
        return resources;
    }

    private static void configure(JavalinConfig config, List<PlainResource> plain, List<? extends Resource> resources) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.compressionStrategy = CompressionStrategy.GZIP;
        config.http.prefer405over404 = true;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        RoutesConfig routes = config.routes;
        routes.before(ctx -> ctx.header("X-Content-Type-Options", "nosniff").header("Cache-Control", "no-store"));
        for (PlainResource resource : plain) {
            routes.get(
                    resource.path(),
                    ctx -> resource.answer(ctx, new PlainParameters(ctx.queryParamMap(), resource.parameters())));
        }
        for (Resource resource : resources) {
            Operation operation = resource.operation();
            routes.addHttpHandler(
                    operation.method(),
                    operation.path(),
                    ctx -> resource.answer(ctx, QueryParameters.of(ctx, operation)));
        }
        StaticPage.register(routes);
        routes.exception(Problem.class, ApiServer::answer);
        routes.exception(
                BadCursor.class,
                (bad, ctx) -> answer(
                        Problem.badRequest("The parameter cursor cannot be this one; " + bad.getMessage()), ctx));
        routes.exception(
                StoresUnavailable.class,
                (unavailable, ctx) -> answer(Problem.unavailable(String.valueOf(unavailable.getMessage())), ctx));
        routes.exception(HttpResponseException.class, ApiServer::answerRefusal);
        routes.exception(Exception.class, ApiServer::answerFailure);
    }

    private static void answer(Problem problem, Context ctx) {
        ctx.status(problem.status());
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            ctx.header("Retry-After", RETRY_AFTER_SECONDS);
        }
        Envelope.send(ctx, Problem.MEDIA_TYPE, problem.json());
    }

    /** What Javalin itself refuses: paths and methods that there are not, requests that are too long. */
    private static void answerRefusal(HttpResponseException refusal, Context ctx) {
        HttpStatus status = HttpStatus.forStatus(refusal.getStatus());
        String detail = switch (status) {
            case NOT_FOUND -> "There is nothing at this path; GET /v1 lists the paths";
            case METHOD_NOT_ALLOWED -> "Only GET is answered here";
            default -> status.getMessage();
        };
        answer(Problem.of(status, detail), ctx);
    }

    private static void answerFailure(Exception failure, Context ctx) {
        LOG.error("A request for {} failed", ctx.path(), failure);
        answer(Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "The request failed; the log of the server says why"), ctx);
    }

    /** The port that is listened on. */
    public int port() {
        return javalin.port();
    }

    /** Stops to listen. */
    @Override
    public void close() {
        javalin.stop();
    }
}
