package org.tocsin.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, from the manifest of its jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"tocsin " + number()};
    }

    /** The version alone. */
    static String number() {
        @Nullable String version = Tocsin.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
