package org.tocsin.stream;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows which settings are secrets, and hides their values in what is shown: whole values, passwords in a JAAS line and in addresses. */
final class Secrets {
    private static final String HIDDEN = "[hidden]";
    private static final List<String> NAMES = List.of(
            "password",
            "secret",
            "token",
            "user.info",
            "jaas",
            "credential",
            "keystore.key",
            "private",
            "otlp.headers");

    /** Ends of names that speak of secrets but hold none. */
    private static final List<String> NO_SECRETS = List.of(".file", ".source", ".client.id", ".url", ".location");
    /** Shorter ones would hide parts of ordinary words. */
    private static final int SHORTEST = 4;

    private static final Pattern QUOTED =
            Pattern.compile("(?i)[a-z.]*(?:password|secret|token)\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final Pattern IN_ADDRESS = Pattern.compile("(?<=://)[^/@\\s]+(?=@)");

    private Secrets() {}

    /** Whether the value of a setting is to be hidden; where a file lies, or where a secret comes from, is none. */
    static boolean isSecret(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return NO_SECRETS.stream().noneMatch(lower::endsWith) && NAMES.stream().anyMatch(lower::contains);
    }

    /** A text without the secrets of a configuration, and without user and password in any address. */
    static String hide(String text, Map<String, String> settings) {
        Set<String> secrets = new HashSet<>();
        settings.forEach((key, value) -> {
            if (isSecret(key)) {
                secrets.add(value);
                Matcher quoted = QUOTED.matcher(value);
                while (quoted.find()) {
                    secrets.add(quoted.group(1));
                }
                if (key.equals(Setting.OTLP_HEADERS.key())) {
                    Arrays.stream(value.split("[,=]")).map(String::strip).forEach(secrets::add);
                }
                if (key.endsWith("user.info")) {
                    secrets.add(value.substring(value.indexOf(':') + 1));
                }
            }
        });
        String hidden = text;
        for (String secret : secrets.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList()) {
            hidden = secret.length() < SHORTEST ? hidden : hidden.replace(secret, HIDDEN);
        }
        return IN_ADDRESS.matcher(hidden).replaceAll(HIDDEN);
    }

    /** The value of a setting as it may be shown. */
    static String shown(String key, String value) {
        return isSecret(key) ? HIDDEN : IN_ADDRESS.matcher(value).replaceAll(HIDDEN);
    }
}
