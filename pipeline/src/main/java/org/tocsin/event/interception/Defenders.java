package org.tocsin.event.interception;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.Agents;
import org.tocsin.event.Anchored;
import org.tocsin.event.Clauses;
import org.tocsin.event.CueTable;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.InterceptedKind;
import org.tocsin.schema.Place;
import org.tocsin.schema.Stance;

/**
 * Finds whose air defence brought something down: the subject or the "by" of the verb, the owner of an air-defence body in the
 * sentence, else the army, ministry or air force that reports it as its own success.
 */
final class Defenders {
    private static final Set<String> PRONOUNS = Set.of("it", "they");
    private static final Set<String> SAYING = Set.of("say", "state", "report", "claim", "announce", "add");

    /** Words in the names of ministries that have forces or speak for those who have. */
    private static final Set<String> FORCES_OF =
            Set.of("Defence", "Defense", "Interior", "Security", "Foreign", "Internal", "War", "Home", "Information");

    private static final Set<ActorKind> ARMED = Set.of(ActorKind.STATE, ActorKind.MILITARY, ActorKind.ARMED_GROUP);
    private static final CueTable<Body> DEFENCE = CueTable.of(
            KnowledgeTable.load(Defenders.class, "air-defence.tsv", "words", "body"),
            row -> Optional.ofNullable(row.constant("body", Body.class))
                    .orElseThrow(() -> row.error("body is empty, not yes or no")));

    private final Document document;
    private final Agents agents;
    private final Holders holders;

    /** Whether words of air-defence.tsv name a body that can act, or only tell that something was met in the air. */
    private enum Body {
        YES,
        NO
    }

    Defenders(Document document) {
        this.document = document;
        this.agents = new Agents(document);
        this.holders = new Holders(document);
    }

    /** Whether a sentence names an air-defence body that can act. */
    static boolean acts(Sentence sentence) {
        return DEFENCE.find(sentence).stream().anyMatch(cue -> cue.meaning() == Body.YES);
    }

    /** Whether a sentence tells of air defence or of the sky. */
    static boolean isTold(Sentence sentence) {
        return !DEFENCE.find(sentence).isEmpty();
    }

    /**
     * Whose air defence it was; null where the text does not tell.
     *
     * @param active whether the thing brought down stands behind the verb, so that its subject brought it down
     * @param what the words for the thing brought down
     * @param place where it was, which tells whose "the air force" is
     */
    @Nullable
    Anchored<Actor> of(
            Sentence sentence,
            Clauses clauses,
            CueTable.Cue<InterceptionTrigger> cue,
            boolean active,
            Anchored<InterceptedKind> what,
            List<Anchored<Attribution>> attribution,
            @Nullable Anchored<Place> place) {
        Anchored<Actor> by = active && repels(sentence, cue) ? null : byPhrase(sentence, clauses, cue.to());
        if (by == null && active) {
            by = subject(sentence, clauses, cue.from());
        }
        if (by == null
                || unnamed(by.value()) && isBody(by.value())
                || holders.isOwn(sentence, what, by.value(), place)) {
            Anchored<Actor> reporter = reporter(attribution.stream()
                    .filter(said -> !isOfOtherClause(sentence, said, what))
                    .toList());
            by = first(
                    reporter == null || unnamed(reporter.value()) ? null : reporter,
                    speaker(sentence, clauses),
                    body(sentence, what, place == null ? null : place.value()),
                    holders.ownSide(sentence, what),
                    holders.of(sentence, what, place),
                    reporter,
                    by);
        }
        return by;
    }

    /** "prevented an attempt by the regime to attack": whoever stands behind "by" made the attack that was repelled. */
    private static boolean repels(Sentence sentence, CueTable.Cue<InterceptionTrigger> cue) {
        return sentence.tokens().subList(cue.from(), cue.to()).stream()
                .anyMatch(token -> TallyWords.REPELLING.contains(token.lemma()));
    }

    /** The subject of the verb: a ship by its prefix, a force, or whom a pronoun stands for. */
    private @Nullable Anchored<Actor> subject(Sentence sentence, Clauses clauses, int verb) {
        Anchored<Actor> ship = holders.ship(sentence, verb);
        Anchored<Actor> subject = ship != null ? ship : agents.subject(sentence, clauses, verb);
        return subject == null || unnamed(subject.value())
                ? first(agents.antecedent(sentence, clauses, verb), subject)
                : subject;
    }

    /** Who stands behind "by", unless another verb comes before it ("downed 58 drones launched by"). */
    private @Nullable Anchored<Actor> byPhrase(Sentence sentence, Clauses clauses, int from) {
        for (int i = from; i < clauses.to(from - 1); i++) {
            Token token = sentence.tokens().get(i);
            if (token.lower().equals("by")) {
                return agents.inPhrase(sentence, i + 1);
            }
            boolean joined = i > 0 && sentence.tokens().get(i - 1).tag().equals("CC");
            if (token.tag().startsWith("VB") && !joined) {
                return null;
            }
        }
        return null;
    }

    @SafeVarargs
    private static @Nullable Anchored<Actor> first(@Nullable Anchored<Actor>... choices) {
        for (Anchored<Actor> choice : choices) {
            if (choice != null) {
                return choice;
            }
        }
        return null;
    }

    /** Whether an actor is only a body of some state ("air defences"), not a group or coalition of its own. */
    private static boolean isBody(Actor actor) {
        return actor.getKind() == ActorKind.MILITARY
                && actor.getText() != null
                && !Character.isUpperCase(actor.getText().charAt(0));
    }

    private static boolean unnamed(Actor actor) {
        return actor.getCountry() == null && actor.getName().equals(actor.getText());
    }

    /** "the group says it launched drones; the army says two were downed": whether a semicolon parts a speaker from the thing. */
    private boolean isOfOtherClause(Sentence sentence, Anchored<Attribution> said, Anchored<InterceptedKind> what) {
        boolean before = said.start() >= sentence.start() && said.end() <= what.start();
        return before && document.text(said.end(), what.start()).contains(";");
    }

    /** The army, ministry or group that tells the success. */
    private static @Nullable Anchored<Actor> reporter(List<Anchored<Attribution>> attribution) {
        return attribution.stream()
                .filter(said -> ARMED.contains(said.value().getSpeaker().getKind()))
                .filter(said -> said.value().getStance() != Stance.DENIES)
                .filter(said -> !isCivil(said.value().getSpeaker().getName()))
                .filter(said -> said.value().getSpeaker().getRole() == null
                        || said.value().getSpeaker().getCountry() != null)
                .findFirst()
                .map(said -> said.map(Attribution::getSpeaker))
                .orElse(null);
    }

    /** "the Energy Ministry": a ministry that has no forces. */
    private static boolean isCivil(String name) {
        return name.contains("Ministry") && FORCES_OF.stream().noneMatch(name::contains);
    }

    /** "It also stated that": whom the pronoun that opens the sentence stands for. */
    private @Nullable Anchored<Actor> speaker(Sentence sentence, Clauses clauses) {
        List<Token> tokens = sentence.tokens();
        boolean says = PRONOUNS.contains(tokens.get(0).lower())
                && tokens.subList(1, Math.min(4, tokens.size())).stream()
                        .anyMatch(token -> SAYING.contains(token.lemma()));
        Anchored<Actor> speaker = says ? agents.antecedent(sentence, clauses, 1) : null;
        return speaker != null && ARMED.contains(speaker.value().getKind()) ? speaker : null;
    }

    /** An air-defence body of the sentence with the state in front of it, else that of the place where it stands. */
    private @Nullable Anchored<Actor> body(Sentence sentence, Anchored<InterceptedKind> what, @Nullable Place place) {
        ActorMention loser = Holders.ownerBehind(sentence, what);
        for (CueTable.Cue<Body> cue : DEFENCE.find(sentence)) {
            boolean owns = loser != null && loser.from() < cue.to() && cue.from() < loser.to();
            if (cue.meaning() == Body.YES && !owns) {
                Anchored<Actor> behind = ownerBehind(sentence, cue.to());
                Anchored<Actor> owner = behind != null ? behind : agents.inFrontOf(sentence, cue.from());
                Anchored<Actor> body = owner != null && !unnamed(owner.value()) ? owner : body(sentence, cue, place);
                return unnamed(body.value()) ? null : body;
            }
        }
        return null;
    }

    /** "the air defence units of the Azerbaijan Army": whose a body is as "of" behind it tells. */
    private @Nullable Anchored<Actor> ownerBehind(Sentence sentence, int to) {
        List<Token> tokens = sentence.tokens();
        int of = to < tokens.size() && tokens.get(to).tag().startsWith("NN") ? to + 1 : to;
        boolean owned = of < tokens.size() && tokens.get(of).lower().equals("of");
        return owned ? agents.inPhrase(sentence, of + 1) : null;
    }

    private Anchored<Actor> body(Sentence sentence, CueTable.Cue<Body> cue, @Nullable Place place) {
        String words = document.text(sentence.startOf(cue.from()), sentence.endOf(cue.to()));
        String country = namesakeCountry(words);
        if (country == null && place != null) {
            country = place.getCountry();
        }
        return Anchored.at(
                sentence, cue.from(), cue.to(), new Actor(words, words, null, null, country, ActorKind.MILITARY));
    }

    /** The country of a body that the article names in full elsewhere ("the Ukrainian Air Force" for "the Air Force"). */
    private @Nullable String namesakeCountry(String words) {
        String name = words.toLowerCase(Locale.ROOT);
        return document.sentences().stream()
                .flatMap(sentence -> sentence.mentions(ActorMention.class))
                .filter(mention -> mention.kind() == ActorKind.MILITARY && mention.country() != null)
                .filter(mention -> mention.name().toLowerCase(Locale.ROOT).endsWith(name))
                .map(ActorMention::country)
                .findFirst()
                .orElse(null);
    }
}
