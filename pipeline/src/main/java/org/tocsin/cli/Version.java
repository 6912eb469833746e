package org.tocsin.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, from the manifest of its jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        @Nullable String version = Tocsin.class.getPackage().getImplementationVersion();
        return new String[] {"tocsin " + (version == null ? "(not packaged)" : version)};
    }
}
