package org.tocsin.document.grammar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.NewsArticle;
import org.tocsin.document.Mention;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Mention.CountRole;
import org.tocsin.document.Mention.DateMention;
import org.tocsin.document.MentionFinder;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.schema.DatePrecision;

/**
 * Finds dates and resolves them against the publication day. Without one only dates with a written year are found. Years alone
 * ("in 2022") are those that {@link CountFinder} has marked, so it goes first. Dates outside 1900 to 2100 are left out.
 * Stateless and thread-safe.
 */
public final class DateFinder implements MentionFinder {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    private final CalendarDates calendarDates = new CalendarDates();
    private final RelativeDates relativeDates = new RelativeDates();
    private final CalendarWords calendar = CalendarWords.shared();

    @Override
    public List<List<Mention>> find(NewsArticle article, List<Sentence> sentences) {
        LocalDate day = article.publicationDay();
        PublicationDay publication = day == null ? null : new PublicationDay(day);
        List<List<Mention>> found = new ArrayList<>(sentences.size());
        for (Sentence sentence : sentences) {
            found.add(find(sentence, publication));
        }
        return found;
    }

    private List<Mention> find(Sentence sentence, @Nullable PublicationDay publication) {
        List<Token> tokens = sentence.tokens();
        List<Mention> mentions = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            DateMention date = at(sentence, at, publication);
            if (date != null
                    && date.start().getYear() >= FIRST_YEAR
                    && date.end().getYear() <= LAST_YEAR) {
                mentions.add(date);
                at = date.to();
            } else {
                at++;
            }
        }
        return mentions;
    }

    private @Nullable DateMention at(Sentence sentence, int at, @Nullable PublicationDay publication) {
        List<Token> tokens = sentence.tokens();
        DateMention dated = calendarDates.at(tokens, at, publication);
        if (dated != null) {
            return dated;
        }
        DateMention withWeekday = behindWeekday(tokens, at, publication);
        if (withWeekday != null) {
            return withWeekday;
        }
        DateMention relative = publication == null ? null : relativeDates.at(tokens, at, publication);
        return relative != null ? relative : year(sentence, at);
    }

    /** "Tuesday, 25 March": the day of the month tells the date, the weekday belongs to its words. */
    private @Nullable DateMention behindWeekday(List<Token> tokens, int at, @Nullable PublicationDay publication) {
        if (calendar.weekday(tokens, at) == null) {
            return null;
        }
        int next = RoleRules.lower(tokens, at + 1).equals(",") ? at + 2 : at + 1;
        DateMention date = next < tokens.size() ? calendarDates.at(tokens, next, publication) : null;
        boolean day = date != null && date.precision() == DatePrecision.DAY && date.from() == next;
        return day && date != null
                ? new DateMention(at, date.to(), date.start(), date.end(), date.precision(), date.relative())
                : null;
    }

    private static @Nullable DateMention year(Sentence sentence, int at) {
        return sentence.mentions(CountMention.class)
                .filter(count -> count.from() <= at && at < count.to())
                .filter(count -> count.role() == CountRole.YEAR)
                .map(count -> year(count, at))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable DateMention year(CountMention count, int at) {
        Long low = count.low();
        Long high = count.high();
        if (low == null || high == null) {
            return null;
        }
        return new DateMention(
                at,
                count.to(),
                LocalDate.of(low.intValue(), 1, 1),
                LocalDate.of(high.intValue(), 12, 31),
                DatePrecision.YEAR,
                false);
    }
}
