package org.tocsin.event;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.DateMention;
import org.tocsin.document.Sentence;
import org.tocsin.schema.DatePrecision;
import org.tocsin.schema.EventTime;

/** Chooses when an act took place: the date nearest to it in its sentence, then that of the sentences before it in its paragraph. */
public final class ActDates {
    private static final int OTHER_CLAUSE = 5;

    private final Document document;

    /** Chooses among the dates of this document. */
    public ActDates(Document document) {
        this.document = document;
    }

    /** The date of an act told by the token of a sentence, from this sentence alone; null where it names none. */
    public @Nullable Anchored<EventTime> inSentence(Sentence sentence, int token) {
        Clauses clauses = Clauses.of(sentence);
        return sentence.mentions(DateMention.class)
                .min(Comparator.comparingInt((DateMention mention) -> Math.abs(mention.from() - token)
                                + OTHER_CLAUSE * clauses.between(mention.from(), token))
                        .thenComparingInt(DateMention::from))
                .map(mention -> time(sentence, mention))
                .orElse(null);
    }

    /** The date of an act told by the token of a sentence: the sentence's, else the nearest before it in its paragraph. */
    public @Nullable Anchored<EventTime> of(Sentence sentence, int token) {
        Anchored<EventTime> own = inSentence(sentence, token);
        if (own != null) {
            return own;
        }
        List<Sentence> sentences = document.sentences();
        for (int i = sentence.index() - 1; i >= 0; i--) {
            if (sentences.get(i).paragraph() != sentence.paragraph()) {
                return null;
            }
            Anchored<EventTime> before = inSentence(sentences.get(i), 0);
            if (before != null) {
                return before;
            }
        }
        return null;
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
