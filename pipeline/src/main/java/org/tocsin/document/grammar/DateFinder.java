package org.tocsin.document.grammar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * Finds dates and resolves them against the publication day, or a full date that heads the text; without one only dates with a
 * written year are found. Days such as "the previous day" count from the day told before. Years alone
 * ("in 2022") are those that {@link CountFinder} has marked, so it goes first. Dates outside 1900 to 2100 are left out.
 * Stateless and thread-safe.
 */
public final class DateFinder implements MentionFinder {
    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d{2}\\b");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    /** Tokens within which a date heads an article. */
    private static final int HEAD_TOKENS = 6;

    private final CalendarDates calendarDates = new CalendarDates();
    private final RelativeDates relativeDates = new RelativeDates();
    private final AnchoredDates anchoredDates = new AnchoredDates();
    private final CalendarWords calendar = CalendarWords.shared();

    @Override
    public List<List<Mention>> find(NewsArticle article, List<Sentence> sentences) {
        LocalDate day = article.publicationDay();
        PublicationDay publication = day != null ? new PublicationDay(day) : writtenDay(article, sentences);
        PublicationDay year = publication != null ? publication : writtenYear(article.title());
        List<List<Mention>> found = new ArrayList<>(sentences.size());
        LocalDate told = null;
        int paragraph = -1;
        for (Sentence sentence : sentences) {
            told = sentence.paragraph() > paragraph + 1 ? null : told;
            paragraph = sentence.paragraph();
            List<Mention> dates = find(sentence, publication, year, told);
            told = lastDay(dates, told);
            found.add(dates);
        }
        return found;
    }

    /** The day that heads an article without a publication date: a full date among the first words of its text. */
    private @Nullable PublicationDay writtenDay(NewsArticle article, List<Sentence> sentences) {
        if (sentences.isEmpty()) {
            return null;
        }
        return find(sentences.get(0), null, null, null).stream()
                .filter(DateMention.class::isInstance)
                .map(DateMention.class::cast)
                .filter(date -> date.from() <= HEAD_TOKENS && date.precision() == DatePrecision.DAY && !date.relative())
                .filter(date -> date.start().equals(date.end()) && article.publishedAt() == null)
                .findFirst()
                .map(date -> new PublicationDay(date.start()))
                .orElse(null);
    }

    /** The year that a title names, by its last day: for days and months of an article without a publication date. */
    private static @Nullable PublicationDay writtenYear(String title) {
        Matcher year = YEAR.matcher(title);
        return year.find() ? new PublicationDay(LocalDate.of(Integer.parseInt(year.group()), 12, 31)) : null;
    }

    private static @Nullable LocalDate lastDay(List<Mention> dates, @Nullable LocalDate before) {
        LocalDate last = before;
        for (Mention mention : dates) {
            if (mention instanceof DateMention date
                    && date.precision() == DatePrecision.DAY
                    && date.start().equals(date.end())) {
                last = date.start();
            }
        }
        return last;
    }

    private List<Mention> find(
            Sentence sentence,
            @Nullable PublicationDay publication,
            @Nullable PublicationDay year,
            @Nullable LocalDate before) {
        List<Token> tokens = sentence.tokens();
        List<CountMention> years = sentence.mentions(CountMention.class)
                .filter(count -> count.role() == CountRole.YEAR)
                .toList();
        List<Mention> mentions = new ArrayList<>();
        LocalDate told = before;
        int at = 0;
        while (at < tokens.size()) {
            DateMention date = at(tokens, at, publication, year);
            date = date != null ? date : year(years, at);
            date = date != null || told == null ? date : anchoredDates.at(tokens, at, told);
            if (date != null
                    && date.start().getYear() >= FIRST_YEAR
                    && date.end().getYear() <= LAST_YEAR) {
                mentions.add(date);
                told = lastDay(List.of(date), told);
                at = date.to();
            } else {
                at++;
            }
        }
        return mentions;
    }

    private @Nullable DateMention at(
            List<Token> tokens, int at, @Nullable PublicationDay publication, @Nullable PublicationDay year) {
        DateMention dated = calendarDates.at(tokens, at, year);
        if (dated != null) {
            return dated;
        }
        DateMention withWeekday = behindWeekday(tokens, at, year);
        if (withWeekday != null) {
            return withWeekday;
        }
        return publication == null ? null : relativeDates.at(tokens, at, publication);
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

    private static @Nullable DateMention year(List<CountMention> years, int at) {
        for (CountMention count : years) {
            if (count.from() <= at && at < count.to()) {
                return year(count, at);
            }
        }
        return null;
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
