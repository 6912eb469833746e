package org.tocsin.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every schema keeps to, so that it can be read without its authors and grow without breaking a reader. */
class SchemaConventionsTest {
    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final Pattern CAPITALS = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
    private static final int SHORTEST_DOC = 10;

    static Collection<Schema> types() {
        return Schemas.namedTypes(Schemas.all().values()).values();
    }

    @Test
    void everyFileIsASchemaThatATopicOrStoreUses() throws IOException {
        Set<String> files = new TreeSet<>();
        try (Stream<Path> avro = Files.walk(Path.of("src", "main", "avro"))) {
            avro.filter(file -> file.toString().endsWith(".avsc"))
                    .forEach(file -> files.add(file.getFileName().toString().replace(".avsc", "")));
        }

        Set<String> used = new TreeSet<>();
        types().forEach(type -> used.add(type.getName()));
        // declared inside CodedArticle, which alone uses it
        used.remove(EventRef.SCHEMA$.getName());
        assertThat(files).isEqualTo(used);
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeAndFieldSaysWhatItIs(Schema type) {
        assertThat(type.getDoc()).as(type.getFullName()).isNotNull().hasSizeGreaterThan(SHORTEST_DOC);
        for (Schema.Field field : fields(type)) {
            assertThat(field.doc())
                    .as("%s.%s", type.getName(), field.name())
                    .isNotNull()
                    .hasSizeGreaterThan(SHORTEST_DOC);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void fieldsAreSnakeCaseAndSymbolsCapitals(Schema type) {
        assertThat(fields(type)).allSatisfy(field -> assertThat(field.name()).matches(SNAKE_CASE));
        if (type.getType() == Schema.Type.ENUM) {
            assertThat(type.getEnumSymbols())
                    .allSatisfy(symbol -> assertThat(symbol).matches(CAPITALS));
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatMayBeAbsentIsAUnionWithNullFirstThatDefaultsToNull(Schema type) {
        for (Schema.Field field : fields(type)) {
            if (field.schema().isNullable()) {
                assertThat(field.schema().getTypes().get(0).getType())
                        .as("%s.%s", type.getName(), field.name())
                        .isEqualTo(Schema.Type.NULL);
                assertThat(field.defaultVal())
                        .as("default of %s.%s", type.getName(), field.name())
                        .isEqualTo(JsonProperties.NULL_VALUE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyEnumHasASymbolForValuesAddedLater(Schema type) {
        if (type.getType() == Schema.Type.ENUM) {
            assertThat(type.getEnumDefault()).as(type.getFullName()).isEqualTo("UNKNOWN");
            assertThat(type.getEnumSymbols()).contains("UNKNOWN");
        }
    }

    @Test
    void everyTypeIsInTheSameNamespace() {
        assertThat(types()).allSatisfy(type -> assertThat(type.getNamespace()).isEqualTo("org.tocsin.schema"));
    }

    private static List<Schema.Field> fields(Schema type) {
        return type.getType() == Schema.Type.RECORD ? type.getFields() : List.of();
    }
}
