package org.tocsin.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The routes of the development registry, with the request and response bodies of Confluent's. */
final class RegistryRoutes {
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DevRegistry registry;

    RegistryRoutes(DevRegistry registry) {
        this.registry = registry;
    }

    void register(RoutesConfig routes) {
        routes.get("/", ctx -> answer(ctx, Map.of()));
        subjects(routes);
        schemas(routes);
        compatibility(routes);
        config(routes);
        routes.get("/mode", ctx -> answer(ctx, Map.of("mode", "READWRITE")));
        routes.get("/mode/{subject}", ctx -> answer(ctx, Map.of("mode", "READWRITE")));
        errors(routes);
    }

    private void subjects(RoutesConfig routes) {
        routes.get("/subjects", ctx -> answer(ctx, registry.subjects()));
        routes.get("/subjects/{subject}/versions", ctx -> answer(ctx, registry.versions(ctx.pathParam("subject"))));
        routes.post("/subjects/{subject}/versions", ctx -> {
            RegistryState.Version version = registry.register(ctx.pathParam("subject"), schemaOf(ctx));
            answer(ctx, Map.of("id", version.id()));
        });
        routes.post(
                "/subjects/{subject}",
                ctx -> answer(ctx, body(registry.lookUp(ctx.pathParam("subject"), schemaOf(ctx)))));
        routes.get("/subjects/{subject}/versions/{version}", ctx -> answer(ctx, body(version(ctx))));
        routes.get("/subjects/{subject}/versions/{version}/schema", ctx -> {
            ctx.contentType(CONTENT_TYPE);
            ctx.result(version(ctx).schema());
        });
    }

    private void schemas(RoutesConfig routes) {
        routes.get("/schemas/types", ctx -> answer(ctx, List.of("AVRO")));
        routes.get("/schemas/ids/{id}", ctx -> answer(ctx, Map.of("schema", registry.schema(id(ctx)))));
        routes.get("/schemas/ids/{id}/schema", ctx -> {
            ctx.contentType(CONTENT_TYPE);
            ctx.result(registry.schema(id(ctx)));
        });
        routes.get(
                "/schemas/ids/{id}/subjects",
                ctx -> answer(
                        ctx,
                        registry.uses(id(ctx)).stream()
                                .map(RegistryState.Version::subject)
                                .toList()));
        routes.get(
                "/schemas/ids/{id}/versions",
                ctx -> answer(
                        ctx,
                        registry.uses(id(ctx)).stream()
                                .map(use -> Map.of("subject", use.subject(), "version", use.version()))
                                .toList()));
    }

    private void compatibility(RoutesConfig routes) {
        routes.post("/compatibility/subjects/{subject}/versions/{version}", ctx -> {
            List<String> problems =
                    registry.problems(ctx.pathParam("subject"), ctx.pathParam("version"), schemaOf(ctx));
            verdict(ctx, problems);
        });
        routes.post(
                "/compatibility/subjects/{subject}/versions",
                ctx -> verdict(ctx, registry.problems(ctx.pathParam("subject"), schemaOf(ctx))));
    }

    private void config(RoutesConfig routes) {
        routes.get("/config", ctx -> answer(ctx, Map.of("compatibilityLevel", registry.globalLevel())));
        routes.put("/config", ctx -> {
            CompatibilityLevel level = levelOf(ctx);
            registry.setLevel(null, level);
            answer(ctx, Map.of("compatibility", level));
        });
        routes.get("/config/{subject}", ctx -> {
            String subject = ctx.pathParam("subject");
            boolean orGlobal = "true".equals(ctx.queryParam("defaultToGlobal"));
            answer(ctx, Map.of("compatibilityLevel", orGlobal ? registry.level(subject) : registry.ownLevel(subject)));
        });
        routes.put("/config/{subject}", ctx -> {
            CompatibilityLevel level = levelOf(ctx);
            registry.setLevel(ctx.pathParam("subject"), level);
            answer(ctx, Map.of("compatibility", level));
        });
        routes.delete(
                "/config/{subject}",
                ctx -> answer(ctx, Map.of("compatibilityLevel", registry.removeLevel(ctx.pathParam("subject")))));
    }

    private static void errors(RoutesConfig routes) {
        routes.exception(RegistryError.class, (e, ctx) -> fail(ctx, e.status(), e.code(), e.getMessage()));
        routes.exception(
                HttpResponseException.class, (e, ctx) -> fail(ctx, e.getStatus(), e.getStatus(), e.getMessage()));
        routes.exception(LocalFailure.class, (e, ctx) -> fail(ctx, 500, 50001, e.getMessage()));
    }

    private static void fail(Context ctx, int status, int code, @Nullable String message) {
        ctx.status(status);
        answer(ctx, Map.of("error_code", code, "message", String.valueOf(message)));
    }

    private RegistryState.Version version(Context ctx) {
        return registry.version(ctx.pathParam("subject"), ctx.pathParam("version"));
    }

    private static Map<String, Object> body(RegistryState.Version version) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("subject", version.subject());
        body.put("version", version.version());
        body.put("id", version.id());
        body.put("schema", version.schema());
        return body;
    }

    private static void verdict(Context ctx, List<String> problems) {
        boolean verbose = "true".equals(ctx.queryParam("verbose"));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("is_compatible", problems.isEmpty());
        if (verbose) {
            body.put("messages", problems);
        }
        answer(ctx, body);
    }

    private static int id(Context ctx) {
        try {
            return Integer.parseInt(ctx.pathParam("id"));
        } catch (NumberFormatException e) {
            throw RegistryError.schemaNotFound();
        }
    }

    /** The schema of a request body; only Avro without references is supported. */
    private static String schemaOf(Context ctx) {
        JsonNode body = bodyOf(ctx);
        String type = body.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw RegistryError.invalidSchema("schemaType " + type + " is not supported, only AVRO");
        }
        if (!body.path("references").isEmpty()) {
            throw RegistryError.invalidSchema("references are not supported; register one self-contained schema");
        }
        if (!body.path("schema").isTextual()) {
            throw RegistryError.unreadable("the field 'schema' with the schema as a string is missing");
        }
        return body.path("schema").asText();
    }

    private static CompatibilityLevel levelOf(Context ctx) {
        JsonNode level = bodyOf(ctx).path("compatibility");
        if (!level.isTextual()) {
            throw RegistryError.unreadable("the field 'compatibility' is missing");
        }
        return CompatibilityLevel.named(level.asText());
    }

    private static JsonNode bodyOf(Context ctx) {
        try {
            return JSON.readTree(ctx.body());
        } catch (JsonProcessingException e) {
            throw RegistryError.unreadable("it is not valid JSON");
        }
    }

    private static void answer(Context ctx, Object body) {
        try {
            ctx.contentType(CONTENT_TYPE);
            ctx.result(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new LocalFailure("Could not write a response as JSON", e);
        }
    }
}
