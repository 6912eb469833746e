package org.tocsin.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ParameterException;

/** Command lines as documents write them. */
final class Commands {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    private Commands() {}

    /** Whether a line such as {@code ./tocsin extract a.txt > b} names a command and options that there are. */
    static boolean parses(String line) {
        String command = line.replaceFirst("\\s+#.*", "")
                .replaceFirst("\\s+(>|\\||&&?).*", "")
                .strip();
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            words.add(word.group().replaceAll("^['\"]|['\"]$", ""));
        }
        words.remove(0);
        try {
            Tocsin.commandLine().parseArgs(words.toArray(String[]::new));
            return true;
        } catch (ParameterException e) {
            return false;
        }
    }
}
