package org.tocsin.document.gazetteer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.article.NewsArticle;
import org.tocsin.document.Mention;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;

/** Untagged articles for the tests: one argument is one sentence in a paragraph of its own. */
final class Articles {
    static final Gazetteer GAZETTEER = Gazetteer.shared();
    private static final PlaceFinder FINDER = new PlaceFinder(GAZETTEER);
    private static final Pattern TOKEN =
            Pattern.compile("'s\\b|(?:Dr|Gen|Mr)\\.|[\\p{L}\\p{N}]+(?:[.'-](?!s\\b)[\\p{L}\\p{N}]+)*|\\S");

    private Articles() {}

    static List<PlaceMention> places(String... sentences) {
        return titled("", sentences);
    }

    static List<PlaceMention> titled(String title, String... sentences) {
        List<Sentence> read = new ArrayList<>();
        for (int i = 0; i < sentences.length; i++) {
            read.add(sentence(i, sentences[i], List.of()));
        }
        return places(title, read);
    }

    static List<PlaceMention> places(String title, List<Sentence> sentences) {
        String text = String.join("\n\n", sentences.stream().map(Sentence::text).toList());
        NewsArticle article = new NewsArticle("test", title, text, null, null, null);
        return FINDER.find(article, sentences).stream()
                .flatMap(List::stream)
                .map(PlaceMention.class::cast)
                .toList();
    }

    static Sentence sentence(int index, String text, List<Mention> mentions) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            String word = matcher.group();
            String lower = word.toLowerCase(Locale.ROOT);
            tokens.add(new Token(tokens.size(), word, lower, lower, "", matcher.start(), matcher.end()));
        }
        return new Sentence(index, index, 0, text.length(), text, tokens, mentions);
    }

    /** "Name, division, country" of a mention. */
    static String told(PlaceMention mention) {
        return mention.place().getName() + ", " + mention.place().getAdmin1() + ", "
                + mention.place().getCountry();
    }

    static List<String> told(String... sentences) {
        return places(sentences).stream().map(Articles::told).toList();
    }
}
