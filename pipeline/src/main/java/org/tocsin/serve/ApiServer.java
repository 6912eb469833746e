package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
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
     * @param resources its operations, in the order of the documentation; what describes them is added here
     */
    public static ApiServer start(ApiSettings settings, List<? extends Resource> resources) {
        return start(settings, resources, new SimpleMeterRegistry());
    }

    /**
     * Starts to listen and counts requests.
     *
     * @param meters where they are counted
     */
    public static ApiServer start(ApiSettings settings, List<? extends Resource> resources, MeterRegistry meters) {
        List<Resource> all = described(settings, resources);
        RequestMeter requests = new RequestMeter(meters);
        Javalin javalin = Javalin.create(config -> {
            configure(config, settings, all);
            config.requestLogger.http(requests::count);
        });
        return new ApiServer(javalin.start());
    }

    /** The operations with those that describe them: landing page, OpenAPI document and its page. */
    private static List<Resource> described(ApiSettings settings, List<? extends Resource> resources) {
        List<Operation> operations = new ArrayList<>(resources.stream()
                .map(Resource::operation)
                .filter(Operation::isPublic)
                .toList());
        operations.add(OpenApiResource.OPERATION);
        operations.add(DocsResource.OPERATION);
        LandingResource landing = new LandingResource(operations);
        operations.add(0, landing.operation());
        ObjectNode document = OpenApi.document(operations);
        List<Resource> all = new ArrayList<>(resources);
        all.addAll(
                List.of(landing, new OpenApiResource(document), new DocsResource(document, settings.frameAncestors())));
        return all;
    }

    private static void configure(JavalinConfig config, ApiSettings settings, List<Resource> resources) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.compressionStrategy = CompressionStrategy.GZIP;
        config.http.prefer405over404 = true;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        Connections connections = new Connections(settings.limits().connections());
        config.jetty.modifyServer(server -> {
            server.setHandler(connections);
            server.setErrorHandler(new RefusedRequests());
        });
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new RefusedRequests()));
        config.jetty.addConnector((server, http) -> connector(server, http, settings, connections));
        RoutesConfig routes = config.routes;
        Cors cors = new Cors(settings.corsOrigins());
        routes.before(ctx -> guard(ctx, settings));
        routes.before(cors::allow);
        Gate gate = new Gate(settings.access(), settings.limits(), System::nanoTime);
        routes.before(gate::identify);
        for (Resource resource : resources) {
            Operation operation = resource.operation();
            routes.addHttpHandler(operation.method(), operation.path(), ctx -> {
                RequestMeter.answeredBy(operation, ctx);
                gate.admit(ctx, operation);
                resource.answer(ctx, QueryParameters.of(ctx, operation));
            });
        }
        StaticPage.register(routes, settings.frameAncestors());
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

    private static ServerConnector connector(
            Server server, HttpConfiguration http, ApiSettings settings, Connections connections) {
        ServerConnector connector = settings.tls()
                .map(tls -> tls.connector(server, http))
                .orElseGet(() -> new ServerConnector(server, new HttpConnectionFactory(http)));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.addBean(connections, false);
        return connector;
    }

    /** No answer is taken for a page that may run or load anything, whatever text of an article it holds. */
    private static void guard(Context ctx, ApiSettings settings) {
        ctx.header(Header.X_CONTENT_TYPE_OPTIONS, "nosniff")
                .header(
                        Header.CONTENT_SECURITY_POLICY,
                        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors "
                                + settings.frameAncestors())
                .header(Header.REFERRER_POLICY, "no-referrer")
                .header(Header.CACHE_CONTROL, "no-store");
    }

    private static void answer(Problem problem, Context ctx) {
        ctx.status(problem.status());
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            ctx.header("Retry-After", RETRY_AFTER_SECONDS);
        }
        problem.headers().forEach(ctx::header);
        Sending.json(ctx, Problem.MEDIA_TYPE, problem.json());
    }

    /** What Javalin itself refuses: paths and methods that there are not, requests that are too long. */
    private static void answerRefusal(HttpResponseException refusal, Context ctx) {
        HttpStatus status = HttpStatus.forStatus(refusal.getStatus());
        String detail = switch (status) {
            case NOT_FOUND -> "There is nothing at this path; GET /v1 lists the paths";
            case METHOD_NOT_ALLOWED -> "This method is not answered here; GET /v1 lists the operations";
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
