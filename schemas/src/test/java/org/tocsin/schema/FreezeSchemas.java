package org.tocsin.schema;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * Keeps the schemas of the topics as a released version, each in one self-contained file. {@code schemas/freeze 0.1.0} runs it, once
 * for each release. A released version is never changed: freezing it again fails.
 */
final class FreezeSchemas {
    private FreezeSchemas() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1 || !arguments[0].matches("\\d+\\.\\d+\\.\\d+")) {
            throw new IllegalArgumentException("One argument is needed, the version, for example 0.1.0");
        }
        freeze(Schemas.RELEASED.resolve(arguments[0]));
    }

    /** Writes the schemas of the topics into a new folder. */
    static void freeze(Path folder) throws IOException {
        if (Files.exists(folder)) {
            throw new FileAlreadyExistsException(folder.toString(), null, "a released version is never changed");
        }
        Files.createDirectories(folder);
        for (Map.Entry<String, Schema> schema : Schemas.ofTopics().entrySet()) {
            Files.writeString(
                    folder.resolve(schema.getKey() + ".avsc"), schema.getValue().toString(true) + "\n");
        }
    }
}
