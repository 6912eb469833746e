package org.tocsin.event.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.PersonMention;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.Actors;
import org.tocsin.event.Anchored;
import org.tocsin.event.CueTable;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.PlacePrecision;
import org.tocsin.schema.StatementAct;

/**
 * The words of a sentence that tell what is said: those behind the verb, or those before it where the sentence ends with its speaker.
 *
 * @param from index of the first token
 * @param to index behind the last token
 */
record Content(Document document, Sentence sentence, int from, int to) {
    private static final Set<String> CLAUSE_JOINS = Set.of("and", "but", "while");
    private static final Pattern LEADING = Pattern.compile("[,:\"']+|``|that|--");
    private static final Pattern TRAILING = Pattern.compile("[,.:\"']+|''|--");

    private static final Set<String> GOES_ON = Tags.like("MD|VB[DZP]|TO");
    /** Words that a speaker between two parts of what is said may have. */
    private static final int SPEAKER = 10;

    private static final Set<String> TOWN_LEADS = Set.of("in", "on", "at", "near", "around", "outside");

    private static final int MOST_TARGETS = 2;
    private static final int SHORT_REST = 6;

    static Content of(Document document, Sentence sentence, CueTable.Cue<StatementAct> verb, boolean inverted) {
        int end = sentence.tokens().size();
        boolean tail = verb.meaning() == StatementAct.COMMENT
                && end - verb.to() <= SHORT_REST
                && !tellsMore(sentence, verb.to());
        boolean before = inverted || tail && verb.from() > SHORT_REST;
        if (inverted && goesOn(sentence, verb.to())) {
            return new Content(document, sentence, startOfPart(sentence, verb.from()), endOfPart(sentence, verb.to()));
        }
        return before
                ? new Content(document, sentence, startOfPart(sentence, verb.from()), verb.from())
                : new Content(
                        document, sentence, Math.min(verb.to(), end), endOfPart(sentence, Math.min(verb.to(), end)));
    }

    /** Whether what is said goes on behind the speaker's name: "Berlin, said the minister, will send". */
    private static boolean goesOn(Sentence sentence, int from) {
        List<Token> tokens = sentence.tokens();
        for (int i = from; i + 1 < Math.min(tokens.size(), from + SPEAKER); i++) {
            if (tokens.get(i).text().equals(",")) {
                return GOES_ON.contains(tokens.get(i + 1).tag());
            }
        }
        return false;
    }

    /** Whether a clause of its own follows at once, as in "said no such plan existed", other than in "said on Tuesday". */
    private static boolean tellsMore(Sentence sentence, int from) {
        for (Token token : sentence.tokens().subList(from, sentence.tokens().size())) {
            if (token.text().equals(",")) {
                return false;
            }
            if (Tags.FINITE.contains(token.tag())) {
                return true;
            }
        }
        return false;
    }

    /** Behind the last token of what is said: up to a semicolon, or to ", and" where somebody else's or another act follows. */
    private static int endOfPart(Sentence sentence, int from) {
        List<Token> tokens = sentence.tokens();
        int lastVerb = SpeechTables.verbs(sentence).stream()
                .mapToInt(CueTable.Cue::from)
                .max()
                .orElse(0);
        for (int i = from; i < tokens.size(); i++) {
            boolean joins = i > from
                    && i < lastVerb
                    && tokens.get(i - 1).text().equals(",")
                    && CLAUSE_JOINS.contains(tokens.get(i).lower());
            if (joins || tokens.get(i).text().equals(";")) {
                return i;
            }
        }
        return tokens.size();
    }

    /** The first token of the part between semicolons that a token stands in. */
    private static int startOfPart(Sentence sentence, int token) {
        int start = token;
        while (start > 0 && !sentence.tokens().get(start - 1).text().equals(";")) {
            start--;
        }
        return start;
    }

    /** The act that the words tell; null where they tell none. */
    @Nullable
    StatementAct act() {
        return act(cue -> true);
    }

    /** The act that those of the words tell which a test lets count; null where they tell none. */
    @Nullable
    StatementAct act(Predicate<CueTable.Cue<StatementAct>> counts) {
        return SpeechTables.actOfContent(sentence, from, to, counts);
    }

    /** The words verbatim, without the conjunction and the marks around them; null where there are none. */
    @Nullable
    Anchored<String> text() {
        int first = from;
        int last = to;
        while (first < last
                && LEADING.matcher(sentence.tokens().get(first).text()).matches()) {
            first++;
        }
        while (last > first
                && TRAILING.matcher(sentence.tokens().get(last - 1).text()).matches()) {
            last--;
        }
        return first == last
                ? null
                : Anchored.at(sentence, first, last, document.text(sentence.startOf(first), sentence.endOf(last)));
    }

    /** The first states, bodies, groups or persons named, other than the speaker and the speaker's own state. */
    List<Anchored<Actor>> targets(Parties parties, Actor speaker) {
        List<Anchored<Actor>> targets = new ArrayList<>();
        sentence.mentions().stream()
                .filter(mention -> mention.from() >= from && mention.to() <= to && !isPartOfPlace(mention))
                .forEach(mention -> {
                    if (mention instanceof ActorMention actor) {
                        add(parties, targets, Actors.of(document, sentence, actor), speaker);
                    } else if (mention instanceof PersonMention person) {
                        add(parties, targets, Actors.of(document, sentence, person), speaker);
                    }
                });
        return targets;
    }

    /** Whether a name is only a part of the name of a place: "Sudan" in "Port Sudan". */
    private boolean isPartOfPlace(Mention mention) {
        return mention instanceof ActorMention
                && sentence.mentions(PlaceMention.class)
                        .anyMatch(place -> isTownOfAct(mention, place)
                                || place.from() <= mention.from()
                                        && place.to() >= mention.to()
                                        && place.to() - place.from() > mention.to() - mention.from());
    }

    /** Whether the name of a capital tells where an act was rather than a government: "the raid on Doha". */
    private boolean isTownOfAct(Mention mention, PlaceMention place) {
        return place.from() == mention.from()
                && place.to() == mention.to()
                && place.place().getPrecision() != PlacePrecision.COUNTRY
                && mention.from() > 0
                && TOWN_LEADS.contains(sentence.tokens().get(mention.from() - 1).lower());
    }

    private static void add(Parties parties, List<Anchored<Actor>> targets, Anchored<Actor> target, Actor speaker) {
        Actor actor = target.value();
        boolean known = targets.stream()
                .anyMatch(other -> Objects.equals(other.value().getName(), actor.getName())
                        || actor.getCountry() != null
                                && actor.getKind() != ActorKind.ARMED_GROUP
                                && actor.getCountry().equals(other.value().getCountry()));
        if (parties.isOther(actor, speaker)
                && actor.getKind() != ActorKind.MEDIA
                && !known
                && targets.size() < MOST_TARGETS) {
            targets.add(target);
        }
    }
}
