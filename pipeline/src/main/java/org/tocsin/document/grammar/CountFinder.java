package org.tocsin.document.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.NewsArticle;
import org.tocsin.document.Mention;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Mention.CountRole;
import org.tocsin.document.MentionFinder;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.document.grammar.Numeral.Form;
import org.tocsin.schema.Bound;

/**
 * Finds numbers with their bounds, what they are (a plain count, an age, a calibre, a year ...) and what they count. A bound
 * phrase ("at least") is part of the mention. "Nobody" and "no casualties" are counts of 0. Stateless and thread-safe.
 */
public final class CountFinder implements MentionFinder {
    private static final Set<String> RAISING = Set.of("bring", "take", "push", "raise", "drive", "go", "rise");
    private static final int RAISING_WINDOW = 7;

    private final NumeralParser parser = new NumeralParser();
    private final RangeRules ranges = new RangeRules(parser);
    private final ZeroRules zeros = new ZeroRules();
    private final PronounRules pronouns = new PronounRules();
    private final BoundPhrases bounds = BoundPhrases.shared();
    private final RoleRules roles = new RoleRules();
    private final HeadRules heads = new HeadRules();

    @Override
    public List<List<Mention>> find(NewsArticle article, List<Sentence> sentences) {
        List<List<Mention>> found = new ArrayList<>(sentences.size());
        for (Sentence sentence : sentences) {
            found.add(find(sentence.tokens()));
        }
        return found;
    }

    private List<Mention> find(List<Token> tokens) {
        List<Mention> mentions = new ArrayList<>();
        int free = 0;
        int at = 0;
        while (at < tokens.size()) {
            CountMention mention = at(tokens, at, free);
            if (mention == null) {
                at++;
            } else {
                mentions.add(mention);
                at = mention.to();
                free = at;
            }
        }
        return mentions;
    }

    /** The mention whose number starts at this token; its bound phrase may reach back to the first free token. */
    private @Nullable CountMention at(List<Token> tokens, int at, int free) {
        CountMention zero = zeros.at(tokens, at);
        if (zero != null) {
            return zero;
        }
        Numeral numeral = ranges.between(tokens, at);
        if (numeral == null) {
            Numeral first = parser.parse(tokens, at);
            if (first == null || pronouns.isNoNumber(tokens, first)) {
                return null;
            }
            numeral = repeated(tokens, ranges.extend(tokens, first));
        }
        return mention(tokens, numeral, free);
    }

    /** "thirty-four (34)", "six (06)": the number with its repetition in brackets, as official texts write it. */
    private Numeral repeated(List<Token> tokens, Numeral numeral) {
        int open = numeral.to();
        if (open + 2 >= tokens.size()
                || !tokens.get(open).text().equals("(")
                || !tokens.get(open + 2).text().equals(")")) {
            return numeral;
        }
        Numeral again = parser.parse(tokens, open + 1);
        boolean same = again != null && again.value() != null && again.value().equals(numeral.value());
        return same ? numeral.times(1, open + 3) : numeral;
    }

    private CountMention mention(List<Token> tokens, Numeral numeral, int free) {
        CountRole role = roles.role(tokens, numeral);
        BoundPhrases.Match before = boundBefore(tokens, numeral, free);
        BoundPhrases.Match after = bounds.after(tokens, numeral.to());
        Bound bound = bound(numeral, before, after);
        int from = before == null ? numeral.from() : before.from();
        int to = after == null ? numeral.to() : after.to();
        boolean counts = role == CountRole.PLAIN || role == CountRole.RATE;
        int head = counts ? heads.head(tokens, to) : -1;
        return new CountMention(from, to, best(numeral), low(numeral, bound), high(numeral, bound), bound, role, head);
    }

    /** The bound phrase before the number; "up to" behind a verb that raises a toll is a direction, no bound. */
    private BoundPhrases.@Nullable Match boundBefore(List<Token> tokens, Numeral numeral, int free) {
        BoundPhrases.Match match = bounds.before(tokens, numeral.from());
        if (match == null && RoleRules.lower(tokens, numeral.from() - 1).equals("another")) {
            match = bounds.before(tokens, numeral.from() - 1);
        }
        if (match == null || match.from() < free) {
            return null;
        }
        boolean direction = match.bound() == Bound.AT_MOST
                && tokens.get(match.from()).lower().equals("up")
                && raises(tokens, match.from());
        return direction ? null : match;
    }

    private static boolean raises(List<Token> tokens, int before) {
        for (int at = Math.max(0, before - RAISING_WINDOW); at < before; at++) {
            if (RAISING.contains(tokens.get(at).lemma())) {
                return true;
            }
        }
        return false;
    }

    private Bound bound(Numeral numeral, BoundPhrases.@Nullable Match before, BoundPhrases.@Nullable Match after) {
        if (before != null && !(numeral.form() == Form.RANGE && before.bound() == Bound.ABOUT)) {
            return before.bound();
        }
        if (after != null) {
            return after.bound();
        }
        Bound suffix = numeral.suffix().isEmpty() ? null : bounds.suffix(numeral.suffix());
        if (suffix != null) {
            return suffix;
        }
        return switch (numeral.form()) {
            case RANGE -> Bound.AT_LEAST;
            case VAGUE -> Bound.ABOUT;
            case FIGURES, WORDS, ORDINAL -> Bound.EXACT;
        };
    }

    private static @Nullable Long best(Numeral numeral) {
        return whole(numeral.value());
    }

    private static @Nullable Long low(Numeral numeral, Bound bound) {
        boolean open = bound == Bound.AT_MOST || bound == Bound.ABOUT && numeral.form() != Form.VAGUE;
        return open ? null : whole(numeral.low());
    }

    private static @Nullable Long high(Numeral numeral, Bound bound) {
        boolean single = numeral.form() != Form.RANGE && numeral.form() != Form.VAGUE;
        boolean open = bound == Bound.AT_LEAST && single || bound == Bound.ABOUT && single;
        boolean openVague = bound == Bound.AT_LEAST && numeral.form() == Form.VAGUE;
        return open || openVague ? null : whole(numeral.high());
    }

    private static @Nullable Long whole(@Nullable Double value) {
        return value == null ? null : Long.valueOf(Math.round(value));
    }
}
