package org.tocsin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every library in the bill of materials, which the build has just written, has a licence that an Apache-2.0 program may carry. */
class LicencesIT {
    private static final Path BILL = Path.of("target/tocsin-sbom.json");

    private static final Set<String> ALLOWED =
            Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "EPL-2.0");

    /** Libraries whose POM names their licence in a way of its own, with that name. */
    private static final Map<String, String> BY_ANOTHER_NAME = Map.of(
            // its POM says "The BSD License", its licence file is BSD-3-Clause
            "jline-terminal", "BSD-4-Clause",
            "jline-native", "BSD-4-Clause",
            // BSD-3-Clause
            "re2j", "Go License",
            // Apache-1.1 without the clause of acknowledgement
            "jdom2", "Similar to Apache License but with the acknowledgment clause removed");

    @Test
    void everyLibraryMayBeCarried() throws IOException {
        JsonNode libraries = new JsonMapper().readTree(BILL.toFile()).path("components");

        assertThat(libraries).hasSizeGreaterThan(50);
        assertThat(libraries).filteredOn(library -> !isAllowed(library)).isEmpty();
    }

    @Test
    void aLibraryUnderAnotherLicenceAloneIsFound() throws IOException {
        JsonMapper json = new JsonMapper();

        assertThat(isAllowed(json.readTree("{\"name\":\"x\",\"licenses\":[{\"license\":{\"id\":\"GPL-3.0-only\"}}]}")))
                .isFalse();
        assertThat(isAllowed(json.readTree("{\"name\":\"x\"}"))).isFalse();
        assertThat(isAllowed(json.readTree("{\"name\":\"x\",\"licenses\":[{\"license\":{\"id\":\"GPL-2.0\"}},"
                        + "{\"license\":{\"id\":\"Apache-2.0\"}}]}")))
                .isTrue();
    }

    /** Of several licences the user of a library chooses one. */
    private static boolean isAllowed(JsonNode library) {
        List<String> names = new ArrayList<>();
        library.path("licenses").forEach(each -> {
            JsonNode licence = each.path("license");
            names.add(licence.path("id")
                    .asText(licence.path("name").asText(each.path("expression").asText())));
        });
        String other = BY_ANOTHER_NAME.getOrDefault(library.path("name").asText(), "");
        return names.stream().anyMatch(name -> ALLOWED.contains(name) || !name.isEmpty() && name.equals(other));
    }
}
