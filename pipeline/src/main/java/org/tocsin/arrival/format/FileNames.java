package org.tocsin.arrival.format;

/** Identifiers out of names of files, for formats that bring none. */
final class FileNames {
    private FileNames() {}

    /** The last part of a path without its ending. */
    static String stem(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        return dot <= 0 ? last : last.substring(0, dot);
    }
}
