package org.tocsin.document.gazetteer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;

/** Reads a headline as an untagged sentence at position -1, for the countries and places that it names. */
final class Headline {
    private static final Pattern TOKEN =
            Pattern.compile("'s\\b|[\\p{L}\\p{M}\\p{N}]+(?:[.'\u2019-](?!s\\b)[\\p{L}\\p{M}\\p{N}]+)*\\.?|\\S");

    private Headline() {}

    static Sentence read(String title) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(title.replace('\u2019', '\''));
        while (matcher.find()) {
            String text = matcher.group();
            String lower = text.toLowerCase(Locale.ROOT);
            tokens.add(new Token(tokens.size(), text, lower, lower, "", matcher.start(), matcher.end()));
        }
        return new Sentence(-1, -1, 0, title.length(), title, tokens, List.of());
    }
}
