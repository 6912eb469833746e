package org.tocsin.serve;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How an answer is written. */
public enum AnswerFormat {
    /** Items with what there is to say of the answer. */
    JSON("application/json", ""),
    /** Items as features with their position. */
    GEOJSON("application/geo+json", ""),
    /** One row an item, with the columns of the documentation. */
    CSV("text/csv", "; charset=utf-8; header=present"),
    /** One item a line. */
    NDJSON("application/x-ndjson", "");

    private static final String QUALITY = "q=";

    private final String mediaType;
    private final String attributes;

    AnswerFormat(String mediaType, String attributes) {
        this.mediaType = mediaType;
        this.attributes = attributes;
    }

    /** Its media type. */
    public String mediaType() {
        return mediaType;
    }

    String contentType() {
        return mediaType + attributes;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The parameter that chooses one of some formats. */
    static Parameter<AnswerFormat> parameter(List<AnswerFormat> offered) {
        List<String> labels = offered.stream().map(AnswerFormat::label).toList();
        return Parameter.of(
                "f",
                JsonSchemas.oneOf(labels),
                "Format of the answer; without it the header Accept decides, else it is " + labels.get(0) + ".",
                labels.get(0),
                text -> offered.get(labels.indexOf(NearMiss.check(text, labels))));
    }

    /**
     * The format that a request asks for.
     *
     * @param offered the formats that there are; the first one is that of requests that do not care
     */
    static AnswerFormat of(Context ctx, QueryParameters parameters, List<AnswerFormat> offered) {
        return parameters
                .find(parameter(offered))
                .or(() -> accepted(ctx.header(Header.ACCEPT), offered))
                .orElse(offered.get(0));
    }

    private static Optional<AnswerFormat> accepted(
            @org.jspecify.annotations.Nullable String accept, List<AnswerFormat> offered) {
        if (accept == null) {
            return Optional.empty();
        }
        return Arrays.stream(accept.split(","))
                .map(Range::of)
                .filter(range -> range.quality > 0)
                .sorted(Comparator.comparingDouble(Range::quality).reversed())
                .flatMap(range -> offered.stream().filter(format -> range.takes(format.mediaType)))
                .findFirst();
    }

    private record Range(String type, double quality) {
        static Range of(String text) {
            String[] parts = text.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*");
            double quality = Arrays.stream(parts)
                    .filter(part -> part.matches("q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)"))
                    .mapToDouble(part -> Double.parseDouble(part.substring(QUALITY.length())))
                    .findFirst()
                    .orElse(1);
            return new Range(parts[0], quality);
        }

        boolean takes(String mediaType) {
            return type.equals(mediaType)
                    || type.equals("*/*")
                    || type.endsWith("/*") && mediaType.startsWith(type.substring(0, type.length() - 1));
        }
    }
}
