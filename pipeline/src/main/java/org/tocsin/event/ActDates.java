package org.tocsin.event;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Mention.CountRole;
import org.tocsin.document.Mention.DateMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.schema.DatePrecision;
import org.tocsin.schema.EventTime;

/**
 * Chooses when an act took place: the date nearest to it in its sentence that is not the day somebody spoke, then that of the
 * sentences before it in its paragraph, then the one day that the article has told so far.
 */
public final class ActDates {
    private static final Set<String> DATELINE_ENDS = Set.of(":", "(", "\u2013", "\u2014", "-", "--");

    private static final CueTable<Boolean> SAYINGS =
            CueTable.of(KnowledgeTable.load(ActDates.class, "sayings.tsv", "words"), row -> true);
    /** What may stand between a verb of saying and its day: "said in a statement late on Monday". */
    private static final Set<String> BETWEEN = Set.of(
            "on",
            "late",
            "early",
            "in",
            "a",
            "an",
            "the",
            "statement",
            "reporters",
            "post",
            "message",
            "briefing",
            "video",
            "telegram",
            "by",
            "at",
            "during",
            "his",
            "her",
            "its",
            "later",
            "earlier",
            "also",
            "journalists",
            "that",
            "us");

    /** Verbs of whoever changes a figure told before, who then speaks. */
    private static final Set<String> CORRECTING = Set.of("raise", "lower", "revise", "withdraw", "correct", "update");

    private static final Set<String> RISING = Set.of(
            "rise",
            "climb",
            "increase",
            "grow",
            "go",
            "reach",
            "jump",
            "stand",
            "mount",
            "fall",
            "drop",
            "soar",
            "pass");

    private static final Set<String> COUNTS = Set.of("toll", "number", "count", "figure", "tally", "total");
    private static final Set<String> NUMBERED = Tags.like("CD|NNS|JJ|RP|RB");
    private static final Set<String> DYING = Set.of("die", "succumb", "bury", "funeral", "burial", "vigil", "mourn");

    /** What somebody says is also dated: "in a report on 28 August". */
    private static final Set<String> SPEECHES = Set.of(
            "report", "article", "story", "statement", "dispatch", "interview", "correction", "communique", "bulletin");

    private static final Set<String> STARTS = Set.of("since", "born", "until", "till");
    private static final int OTHER_CLAUSE = 5;
    private static final int SPEECH = 60;
    private static final int UNFIT = 1000;
    private static final int REACH = 6;
    /** Tokens of the longest dateline. */
    private static final int DATELINE = 10;

    private final Document document;

    /** Chooses among the dates of this document. */
    public ActDates(Document document) {
        this.document = document;
    }

    /**
     * The date of an act told by the token of a sentence, from this sentence alone; null where it names none, or only the day of a
     * later death or of a corrected figure.
     */
    public @Nullable Anchored<EventTime> inSentence(Sentence sentence, int token) {
        return isOnlyOfLaterNews(sentence) ? null : best(sentence, token, UNFIT);
    }

    /** The date of an act as {@link #inSentence}, never the day on which somebody speaks of it. */
    public @Nullable Anchored<EventTime> ofAct(Sentence sentence, int token) {
        return best(sentence, token, SPEECH);
    }

    private @Nullable Anchored<EventTime> best(Sentence sentence, int token, int limit) {
        List<DateMention> dates = sentence.mentions(DateMention.class).toList();
        if (dates.isEmpty()) {
            return null;
        }
        Clauses clauses = Clauses.of(sentence);
        return dates.stream()
                .filter(date -> cost(sentence, clauses, date, token) < limit)
                .min(Comparator.comparingInt((DateMention date) -> cost(sentence, clauses, date, token))
                        .thenComparingInt(DateMention::from))
                .map(date ->
                        isAside(sentence, clauses, date, token) ? supposed(time(sentence, date)) : time(sentence, date))
                .orElse(null);
    }

    private static int cost(Sentence sentence, Clauses clauses, DateMention date, int token) {
        if (starts(sentence, date) && !DatedActs.owns(sentence, date)
                || isCountedWithin(sentence, date)
                || isOfActBehind(sentence, date, token)) {
            return UNFIT;
        }
        int distance = Math.abs(date.from() - token) + OTHER_CLAUSE * clauses.between(date.from(), token);
        return distance + (isAside(sentence, clauses, date, token) ? SPEECH : 0);
    }

    /** Whether the day is one of speaking, counting, dying or remembering and so at best that of the act as well. */
    private static boolean isAside(Sentence sentence, Clauses clauses, DateMention date, int token) {
        return !DatedActs.owns(sentence, date) && isBesideAct(sentence, clauses, date, token);
    }

    private static boolean isBesideAct(Sentence sentence, Clauses clauses, DateMention date, int token) {
        return isOfSpeech(sentence, date, token)
                || isDateline(sentence, date)
                || isOfDying(sentence, date)
                || isOfCounting(sentence, date)
                || isOfNewCount(sentence, clauses, date)
                || Aftermath.leads(sentence, clauses, date, token);
    }

    /** The same day without the words, since they date something else: what tells another day of the act is heard first. */
    private static Anchored<EventTime> supposed(Anchored<EventTime> time) {
        EventTime told = time.value();
        return Anchored.unread(new EventTime(told.getStart(), told.getEnd(), told.getPrecision(), null));
    }

    /** Whether the date only begins or ends a span: "since January", "born in 1951". */
    private static boolean starts(Sentence sentence, DateMention date) {
        for (int i = date.from() - 1; i >= Math.max(0, date.from() - 2); i--) {
            String word = sentence.tokens().get(i).lower();
            if (STARTS.contains(word)) {
                return true;
            }
            if (!word.equals("in") && !word.equals("on") && !word.equals("early") && !word.equals("late")) {
                return false;
            }
        }
        return false;
    }

    /** "for the third time this week": a span within which acts are counted, the last of which has a day of its own. */
    private static boolean isCountedWithin(Sentence sentence, DateMention date) {
        int time = date.from() - 1;
        return time > 0
                && sentence.tokens().get(time).lemma().equals("time")
                && !date.start().equals(date.end())
                && sentence.mentions(CountMention.class)
                        .anyMatch(count -> count.role() == CountRole.ORDINAL && count.to() == time);
    }

    /** "The attack came three days after a raid": a day that dates only what is told from "after" on. */
    private static boolean isOfActBehind(Sentence sentence, DateMention date, int token) {
        return sentence.tokens().get(date.from()).lower().equals("after") && token < date.from();
    }

    /** Whether the date stands in the dateline of the article: "ADEN, May 9 -". */
    private static boolean isDateline(Sentence sentence, DateMention date) {
        String next = date.to() < sentence.tokens().size()
                ? sentence.tokens().get(date.to()).text()
                : "";
        boolean before = sentence.tokens().subList(0, date.from()).stream()
                .noneMatch(token -> token.tag().startsWith("VB"));
        return sentence.index() == 0 && before && date.to() <= DATELINE && DATELINE_ENDS.contains(next);
    }

    /** Whether the day is that of a verb of saying: "said on Tuesday", "on Tuesday the minister said". */
    private static boolean isOfSpeech(Sentence sentence, DateMention date, int token) {
        List<Token> tokens = sentence.tokens();
        for (int i = date.from() - 1; i >= Math.max(0, date.from() - REACH); i--) {
            if (isSaying(sentence, i)) {
                return i != token;
            }
            if (SPEECHES.contains(tokens.get(i).lemma()) && tokens.get(i).tag().startsWith("NN")) {
                return true;
            }
            if (!BETWEEN.contains(tokens.get(i).lower())) {
                break;
            }
        }
        return date.to() < tokens.size() && isSaying(sentence, date.to()) && date.to() != token;
    }

    /** "died on Sunday": the day of a death, which may come long after the act. */
    private static boolean isOfDying(Sentence sentence, DateMention date) {
        for (int i = date.from() - 1; i >= Math.max(0, date.from() - 2); i--) {
            if (DYING.contains(sentence.tokens().get(i).lemma())) {
                return true;
            }
            if (!BETWEEN.contains(sentence.tokens().get(i).lower())) {
                return false;
            }
        }
        return false;
    }

    /** "the toll rose to eleven on Friday": the day of a new count. */
    private static boolean isOfCounting(Sentence sentence, DateMention date) {
        List<Token> tokens = sentence.tokens();
        for (int i = date.from() - 1; i >= Math.max(0, date.from() - REACH); i--) {
            if (RISING.contains(tokens.get(i).lemma()) && tokens.get(i).tag().startsWith("VB")) {
                return tokens.subList(0, i).stream().anyMatch(token -> COUNTS.contains(token.lemma()));
            }
            if (!BETWEEN.contains(tokens.get(i).lower())
                    && !tokens.get(i).lower().equals("to")
                    && !NUMBERED.contains(tokens.get(i).tag())) {
                return false;
            }
        }
        return false;
    }

    /** "raised the toll of the raid on Khiam to five dead on Sunday": the day on which somebody changed a count. */
    private static boolean isOfNewCount(Sentence sentence, Clauses clauses, DateMention date) {
        List<Token> tokens = sentence.tokens();
        return tokens.subList(clauses.from(date.from()), date.from()).stream()
                .filter(token -> token.tag().startsWith("VB") && CORRECTING.contains(token.lemma()))
                .anyMatch(verb -> tokens.subList(verb.index(), Math.min(date.from(), verb.index() + REACH)).stream()
                        .anyMatch(token -> COUNTS.contains(token.lemma())));
    }

    private static boolean isSaying(Sentence sentence, int token) {
        return sentence.tokens().get(token).tag().startsWith("VB")
                && (SAYINGS.at(sentence, token) != null
                        || CORRECTING.contains(sentence.tokens().get(token).lemma()));
    }

    /**
     * The date of an act told by the token of a sentence: the sentence's, else the nearest before it in its paragraph, else the
     * only day that the article has told so far.
     */
    public @Nullable Anchored<EventTime> of(Sentence sentence, int token) {
        Anchored<EventTime> own = ofAct(sentence, token);
        if (own != null) {
            return own;
        }
        List<Sentence> sentences = document.sentences();
        for (int i = sentence.index() - 1; i >= 0 && sentences.get(i).paragraph() == sentence.paragraph(); i--) {
            Anchored<EventTime> before = best(sentences.get(i), 0, SPEECH);
            if (before != null) {
                return before;
            }
        }
        List<Sentence> all = document.sentences();
        Anchored<EventTime> only = onlyDay(all.subList(0, Math.max(0, sentence.index())));
        if (only != null) {
            return only;
        }
        return isOnlyOfLaterNews(sentence)
                ? onlyDay(all.subList(Math.min(all.size(), sentence.index() + 1), all.size()))
                : inSentence(sentence, token);
    }

    /** Whether a sentence dates only a death of wounds or the correction of a figure, which come after the act. */
    private static boolean isOnlyOfLaterNews(Sentence sentence) {
        List<DateMention> dates = sentence.mentions(DateMention.class).toList();
        return !dates.isEmpty()
                && dates.stream().noneMatch(date -> DatedActs.owns(sentence, date))
                && dates.stream().allMatch(date -> isOfDying(sentence, date) || isOfCorrection(sentence, date));
    }

    /** "on Thursday raised its estimate", "withdrew its figure on Thursday". */
    private static boolean isOfCorrection(Sentence sentence, DateMention date) {
        List<Token> tokens = sentence.tokens();
        int behind = Math.min(tokens.size(), date.to() + 1);
        return tokens.subList(Math.max(0, date.from() - REACH), behind).stream()
                .anyMatch(token -> token.tag().startsWith("VB") && CORRECTING.contains(token.lemma()));
    }

    /** The day that all of some sentences tell their acts of; null where there are several or none. */
    private @Nullable Anchored<EventTime> onlyDay(List<Sentence> sentences) {
        Anchored<EventTime> only = null;
        for (Sentence earlier : sentences) {
            Anchored<EventTime> date = best(earlier, 0, SPEECH);
            boolean day = date != null && isDay(date.value());
            if (day
                    && date != null
                    && only != null
                    && !Objects.equals(only.value().getStart(), date.value().getStart())) {
                return null;
            }
            only = only == null && day ? date : only;
        }
        return only;
    }

    private static boolean isDay(EventTime time) {
        return (time.getPrecision() == DatePrecision.DAY || time.getPrecision() == DatePrecision.HOUR)
                && time.getStart().equals(time.getEnd());
    }

    /** The publication day, for an act that the article tells as news of the day; null where it is unknown. */
    public @Nullable Anchored<EventTime> publicationDay() {
        LocalDate day = document.article().publicationDay();
        return day == null ? null : Anchored.unread(new EventTime(day, day, DatePrecision.DAY, null));
    }

    private Anchored<EventTime> time(Sentence sentence, DateMention mention) {
        String words = document.text(sentence.startOf(mention.from()), sentence.endOf(mention.to()));
        return Anchored.at(
                sentence, mention, new EventTime(mention.start(), mention.end(), mention.precision(), words));
    }
}
