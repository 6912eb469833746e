package org.tocsin.document.gazetteer;

import java.text.Normalizer;
import java.util.Locale;

/** The form under which a name is stored and looked up: lower case, ASCII letters where possible, no apostrophes or full stops, hyphens as spaces. */
final class NameKey {
    private NameKey() {}

    /** The key of a name or of a piece of one; empty where nothing is left of it. */
    static String of(String name) {
        String plain = isAscii(name) ? name : withoutMarks(name);
        StringBuilder key = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            append(key, plain.charAt(i));
        }
        int end = key.length();
        while (end > 0 && key.charAt(end - 1) == ' ') {
            end--;
        }
        key.setLength(end);
        return key.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    private static String withoutMarks(String name) {
        String split = Normalizer.normalize(name, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(split.length());
        for (int i = 0; i < split.length(); i++) {
            char c = split.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static void append(StringBuilder key, char c) {
        switch (c) {
            case '\'', '`', '.', '’', '‘', 'ʻ', 'ʼ', 'ʿ', 'ʾ' -> {}
            case 'ø', 'Ø' -> key.append('o');
            case 'ł', 'Ł' -> key.append('l');
            case 'đ', 'Đ', 'ð' -> key.append('d');
            case 'ı' -> key.append('i');
            case 'ə', 'ǝ', 'Ə' -> key.append('a');
            case 'ß' -> key.append("ss");
            case 'æ', 'Æ' -> key.append("ae");
            case 'œ', 'Œ' -> key.append("oe");
            case ' ', '-', '\u2010', '\u2011', '\u2013', '\u2014' -> space(key);
            default -> key.append(c);
        }
    }

    private static void space(StringBuilder key) {
        if (key.length() > 0 && key.charAt(key.length() - 1) != ' ') {
            key.append(' ');
        }
    }
}
