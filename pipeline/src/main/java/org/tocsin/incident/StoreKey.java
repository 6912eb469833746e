package org.tocsin.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Keys of sorted stores: segments joined by {@code /}, so that a prefix of segments is a prefix of the key. Segments may hold any
 * characters (identifiers come from strangers): all but ASCII letters, digits, spaces and {@code - _ . : ~ >} are written as
 * {@code %} and the four hexadecimal digits of the UTF-16 code unit, so keys are ASCII and no two lists of segments share a key.
 */
public final class StoreKey {
    private static final String PLAIN = "-_.:~> ";
    private static final int HEX_DIGITS = 4;

    private StoreKey() {}

    /** The key of some segments. */
    public static String of(String... segments) {
        return Arrays.stream(segments).map(StoreKey::escape).collect(Collectors.joining("/"));
    }

    /** What every key below these segments begins with. */
    public static String below(String... segments) {
        return of(segments) + "/";
    }

    /**
     * The segments of a key.
     *
     * @throws IllegalArgumentException if the text is no key
     */
    public static List<String> segments(String key) {
        return Arrays.stream(key.split("/", -1)).map(StoreKey::unescape).toList();
    }

    private static String escape(String segment) {
        StringBuilder out = new StringBuilder(segment.length());
        for (char c : segment.toCharArray()) {
            if (isPlain(c)) {
                out.append(c);
            } else {
                out.append(String.format(Locale.ROOT, "%%%04X", (int) c));
            }
        }
        return out.toString();
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || PLAIN.indexOf(c) >= 0;
    }

    private static String unescape(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        List<String> parts = new ArrayList<>(Arrays.asList(segment.split("%", -1)));
        StringBuilder out = new StringBuilder(parts.remove(0));
        for (String part : parts) {
            if (part.length() < HEX_DIGITS) {
                throw new IllegalArgumentException("No store key, an escape is cut off: " + segment);
            }
            out.append((char) Integer.parseInt(part.substring(0, HEX_DIGITS), 16));
            out.append(part.substring(HEX_DIGITS));
        }
        return out.toString();
    }
}
