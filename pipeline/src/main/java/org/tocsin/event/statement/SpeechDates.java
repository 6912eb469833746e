package org.tocsin.event.statement;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.DateMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.Anchored;
import org.tocsin.schema.DatePrecision;
import org.tocsin.schema.EventTime;

/** Finds the day of an act of speech: only a date that hangs on the verb of speech itself, never one inside what is said. */
final class SpeechDates {
    private static final Set<String> DATE_LEADS = Tags.like("IN|DT|RB");
    private static final Set<String> DATE_PHRASE = Tags.like("IN|DT|NN.*|JJ|PRP\\$?|RB|TO");
    private static final Set<String> DATE_OF_CONTENT = Set.of("that", "of", "about", "after", "since", "before");
    private static final Set<String> CLAUSE_TAGS = Tags.like("VB[DPZG]|MD|WDT|WP");

    private static final int REACH = 5;

    private SpeechDates() {}

    /**
     * The day told right beside a verb ("said on Tuesday", "told parliament on 3 May", "on Friday accused") or in front of its
     * clause ("On Friday X said"); null where none is.
     *
     * @param from index of the verb's first token
     * @param to index behind its last token
     */
    static @Nullable Anchored<EventTime> of(Document document, Sentence sentence, int from, int to) {
        return sentence.mentions(DateMention.class)
                .filter(date -> isPastDay(document, date))
                .filter(date -> hangsOn(sentence.tokens(), date, from, to))
                .min(Comparator.comparingInt((DateMention date) -> Math.abs(date.from() - from)))
                .map(date -> Anchored.at(
                        sentence,
                        date,
                        new EventTime(
                                date.start(),
                                date.end(),
                                date.precision(),
                                document.text(sentence.startOf(date.from()), sentence.endOf(date.to())))))
                .orElse(null);
    }

    /** Whether a date may be the day of a speech that is already reported: a month or a coming day is what the speech is about. */
    private static boolean isPastDay(Document document, DateMention date) {
        LocalDate published = document.article().publicationDay();
        return date.precision() == DatePrecision.DAY
                && (published == null || !date.start().isAfter(published));
    }

    private static boolean hangsOn(List<Token> tokens, DateMention date, int from, int to) {
        if (date.from() >= to) {
            return date.from() - to <= REACH && isBare(tokens.subList(to, date.from()));
        }
        if (date.to() > from) {
            return false;
        }
        boolean beside = isBare(tokens.subList(date.to(), from)) && from - date.to() <= 1;
        return beside || opens(tokens, date) && noVerb(tokens.subList(date.to(), from));
    }

    /** Whether a date opens its sentence or part of it: "On Friday", "Kyiv fell; on Monday". */
    private static boolean opens(List<Token> tokens, DateMention date) {
        int at = date.from();
        while (at > 0 && DATE_LEADS.contains(tokens.get(at - 1).tag())) {
            at--;
        }
        return at == 0 || tokens.get(at - 1).text().equals(";");
    }

    private static boolean isBare(List<Token> between) {
        return between.stream()
                .allMatch(token -> DATE_PHRASE.contains(token.tag()) && !DATE_OF_CONTENT.contains(token.lower()));
    }

    private static boolean noVerb(List<Token> between) {
        return between.stream().noneMatch(token -> CLAUSE_TAGS.contains(token.tag()));
    }
}
