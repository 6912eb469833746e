package org.tocsin.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** FULL_TRANSITIVE: each schema reads what every released version wrote, and every released version reads what it writes. */
class SchemaEvolutionTest {

    /** Versions that must be kept; a release adds its own here. */
    private static final List<String> RELEASES = List.of("0.1.0");

    static List<String> releases() {
        return RELEASES;
    }

    @Test
    void everyReleaseIsKept() {
        assertThat(Schemas.releasedVersions()).containsExactlyElementsOf(RELEASES);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everyReleasedTopicStillHasASchema(String version) {
        assertThat(Schemas.released(version)).isNotEmpty();
        assertThat(Schemas.ofTopics())
                .containsKeys(Schemas.released(version).keySet().toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everySchemaReadsAndIsReadByTheReleasedOne(String version) {
        for (Map.Entry<String, Schema> released : Schemas.released(version).entrySet()) {
            Schema current = Schemas.ofTopics().get(released.getKey());

            assertReads(current, released.getValue(), released.getKey() + " reading what " + version + " wrote");
            assertReads(
                    released.getValue(),
                    current,
                    released.getKey() + " of " + version + " reading what is written now");
        }
    }

    @Test
    void theCheckFindsAnIncompatibleChange() {
        Schema required = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"A\",\"fields\":[{\"name\":\"x\",\"type\":\"string\"}]}");
        Schema without = new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"A\",\"fields\":[]}");

        assertThatThrownBy(() -> assertReads(required, without, "a field without default"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("READER_FIELD_MISSING_DEFAULT_VALUE");
    }

    @Test
    void whatIsFrozenIsSelfContainedAndNeverOverwritten(@TempDir Path scratch) throws Exception {
        Path folder = scratch.resolve("9.9.9");

        FreezeSchemas.freeze(folder);

        assertThat(folder.resolve("Strike.avsc")).exists();
        assertThat(new Schema.Parser().parse(folder.resolve("Strike.avsc").toFile()))
                .isEqualTo(Strike.SCHEMA$);
        assertThatThrownBy(() -> FreezeSchemas.freeze(folder)).isInstanceOf(FileAlreadyExistsException.class);
    }

    private static void assertReads(Schema reader, Schema writer, String what) {
        SchemaCompatibility.SchemaPairCompatibility answer =
                SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        assertThat(answer.getType())
                .as("%s: %s", what, answer.getResult().getIncompatibilities())
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }
}
