package org.tocsin.cli.doctor;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.tocsin.stream.PipelineConfig;

/** Sites to look at. */
final class Sites {
    private Sites() {}

    /** A site with settings beside those that every one has. */
    static Site with(Path data, String... keysAndValues) {
        Map<String, String> settings = new HashMap<>(Map.of("state.dir", data.toString()));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return new Site(PipelineConfig.of(settings));
    }
}
