package org.tocsin.event.strike;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Mention.CountRole;
import org.tocsin.document.Mention.DateMention;
import org.tocsin.document.Mention.WeaponMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.ActDates;
import org.tocsin.event.ActPlaces;
import org.tocsin.event.ActStatus;
import org.tocsin.event.Anchored;
import org.tocsin.event.Attributions;
import org.tocsin.event.Clauses;
import org.tocsin.event.CueTable;
import org.tocsin.event.VerbForms;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.DatePrecision;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Method;
import org.tocsin.schema.Place;
import org.tocsin.schema.Target;

/** Reads the mentions of attacks in the sentences of a document. */
final class StrikeReader {
    private static final Set<String> REFERRING =
            Set.of("the", "this", "that", "these", "those", "such", "its", "their");
    private static final Set<ActorKind> ARMED = Set.of(ActorKind.MILITARY, ActorKind.ARMED_GROUP);
    private static final CueTable<Boolean> NOT_ATTACKS =
            CueTable.of(KnowledgeTable.load(StrikeReader.class, "strike-exclusions.tsv", "words"), row -> true);
    private static final CueTable<Boolean> VIOLENCE =
            CueTable.of(KnowledgeTable.load(StrikeReader.class, "violence.tsv", "words"), row -> true);

    private static final CueTable<Boolean> FICTION =
            CueTable.of(KnowledgeTable.load(StrikeReader.class, "fiction-cues.tsv", "words"), row -> true);
    private static final CueTable<Boolean> REPEATED =
            CueTable.of(KnowledgeTable.load(StrikeReader.class, "repetition-cues.tsv", "words"), row -> true);

    /** Verbs whose present looks like their past, so that taggers mix them up. */
    private static final Set<String> AS_IN_THE_PAST = Set.of("hit", "set", "burst", "split");

    private static final int MUCH_FICTION = 4;

    private final Document document;
    private final ActPlaces places;
    private final ActDates dates;
    private final Attackers attackers;
    private final Attributions attributions;

    StrikeReader(Document document) {
        this.document = document;
        this.places = new ActPlaces(document);
        this.dates = new ActDates(document);
        this.attackers = new Attackers(document);
        this.attributions = new Attributions(document);
    }

    /** The mentions in the order of the text. */
    List<StrikeReading> read() {
        List<StrikeReading> readings = new ArrayList<>();
        if (tellsFiction()) {
            return readings;
        }
        for (Sentence sentence : document.sentences()) {
            List<CueTable.Cue<StrikeTrigger>> cues = StrikeTrigger.TABLE.find(sentence);
            if (!cues.isEmpty()) {
                Clauses clauses = Clauses.of(sentence);
                List<CueTable.Cue<Boolean>> excluded = NOT_ATTACKS.find(sentence);
                cues.stream()
                        .filter(cue ->
                                excluded.stream().noneMatch(not -> not.from() < cue.to() && not.to() > cue.from()))
                        .filter(cue -> !isRate(sentence, cue) && !isHabit(sentence, clauses, cue))
                        .forEach(cue -> reading(sentence, clauses, cue).ifPresent(readings::add));
            }
        }
        return readings;
    }

    /** Whether the article reviews a work of art: its battles are no events. */
    private boolean tellsFiction() {
        return document.sentences().stream()
                        .flatMap(sentence -> FICTION.find(sentence).stream()
                                .map(cue -> sentence.tokens().get(cue.from()).lemma()))
                        .distinct()
                        .count()
                >= MUCH_FICTION;
    }

    private Optional<StrikeReading> reading(Sentence sentence, Clauses clauses, CueTable.Cue<StrikeTrigger> cue) {
        List<WeaponMention> weapons = Weapons.of(sentence, clauses, cue.from(), cue.to());
        Anchored<Actor> attacker = attackers.of(sentence, clauses, cue.meaning(), cue.from(), cue.to());
        if (attacker == null && !weapons.isEmpty()) {
            attacker = attackers.ownerOf(sentence, weapons.get(0).from());
        }
        Anchored<Target> target =
                Targets.of(document, sentence, clauses, cue.meaning().form(), cue.from(), cue.to());
        Anchored<Place> own = places.inSentence(sentence, cue.from());
        boolean aimed = target != null || own != null && attacker != null && own.start() != attacker.start();
        if (!enough(sentence, cue, weapons, attacker, aimed)) {
            return Optional.empty();
        }
        Anchored<EventStatus> status = ActStatus.of(document, sentence, cue.from(), cue.to());
        if (status == null || status.value() == EventStatus.HYPOTHETICAL) {
            return Optional.empty();
        }
        Anchored<Place> place = own != null ? places.of(sentence, cue.from()) : null;
        Anchored<EventTime> date = dates.inSentence(sentence, cue.from());
        return Optional.of(new StrikeReading(
                sentence,
                Anchored.at(sentence, cue.from(), cue.to(), words(sentence, cue)),
                own == null && refers(sentence, cue, weapons),
                attacker,
                target,
                method(sentence, cue, weapons),
                weapons.isEmpty() ? null : Weapons.weapon(document, sentence, weapons.get(0)),
                place,
                own != null,
                date,
                date != null,
                status,
                attributions.of(sentence)));
    }

    private static @Nullable Anchored<Method> method(
            Sentence sentence, CueTable.Cue<StrikeTrigger> cue, List<WeaponMention> weapons) {
        Method own = cue.meaning().method();
        Anchored<Method> byWeapon = Weapons.method(sentence, weapons);
        if (own == null || own == Method.EXPLOSION_UNSPECIFIED && byWeapon != null) {
            return byWeapon;
        }
        return Anchored.at(sentence, cue.from(), cue.to(), own);
    }

    /** Whether the sentence shows enough to take the words for an attack with weapons. */
    private static boolean enough(
            Sentence sentence,
            CueTable.Cue<StrikeTrigger> cue,
            List<WeaponMention> weapons,
            @Nullable Anchored<Actor> attacker,
            boolean aimed) {
        int from = cue.from();
        int to = cue.to();
        return switch (cue.meaning().strength()) {
            case SURE -> true;
            case WEAPON -> !weapons.isEmpty();
            case BY_WEAPON -> weapons.stream().anyMatch(weapon -> acts(sentence, weapon, from, to));
            case EVIDENCE ->
                !weapons.isEmpty()
                        || attacker != null && ARMED.contains(attacker.value().getKind())
                        || attacker != null && attacker.value().getKind() == ActorKind.STATE && aimed
                        || sentence.mentions(ActorMention.class)
                                .anyMatch(actor -> actor.kind() == ActorKind.ARMED_GROUP)
                        || !VIOLENCE.find(sentence).isEmpty();
        };
    }

    /** Whether the words count attacks over time instead of telling one ("100 strikes a day"). */
    private static boolean isRate(Sentence sentence, CueTable.Cue<StrikeTrigger> cue) {
        List<Token> tokens = sentence.tokens();
        String behind = cue.to() < tokens.size() ? tokens.get(cue.to()).lower() : "";
        String next = cue.to() + 1 < tokens.size() ? tokens.get(cue.to() + 1).lower() : "";
        boolean repeated = behind.equals("daily")
                || behind.equals("weekly")
                || (behind.equals("a") || behind.equals("per") || behind.equals("each") || behind.equals("every"))
                        && (next.equals("day") || next.equals("week") || next.equals("month") || next.equals("night"));
        return repeated
                || sentence.mentions(CountMention.class)
                        .anyMatch(count -> count.role() == CountRole.RATE
                                && count.head() >= cue.from()
                                && count.head() < cue.to());
    }

    /** Whether the clause tells what happens again and again, without a day: "strike only at bases", "attacked a dozen times". */
    private boolean isHabit(Sentence sentence, Clauses clauses, CueTable.Cue<StrikeTrigger> cue) {
        Token verb = sentence.tokens().get(cue.from());
        boolean repeated =
                REPEATED.find(sentence).stream().anyMatch(words -> clauses.between(words.from(), cue.from()) == 0);
        boolean present = cue.meaning().form() == StrikeTrigger.Form.VERB
                && verb.tag().matches("VBP|VBZ")
                && !AS_IN_THE_PAST.contains(verb.lower());
        Anchored<EventTime> day = repeated || present ? dates.inSentence(sentence, cue.from()) : null;
        return repeated && !isDay(day) || present && day == null;
    }

    private static boolean isDay(@Nullable Anchored<EventTime> date) {
        return date != null
                && (date.value().getPrecision() == DatePrecision.DAY
                        || date.value().getPrecision() == DatePrecision.HOUR);
    }

    /** Whether a weapon is the subject of an active verb, or stands behind the "by" of a passive one. */
    private static boolean acts(Sentence sentence, WeaponMention weapon, int from, int to) {
        if (VerbForms.isPassive(sentence, from)) {
            return weapon.from() >= to
                    && sentence.tokens().subList(to, weapon.from()).stream()
                            .anyMatch(token -> token.lower().matches("by|with|in|when|after"));
        }
        return weapon.to() <= from;
    }

    /** Whether the words may only take up an attack told before: "the attack" without a place of its own. */
    private static boolean refers(Sentence sentence, CueTable.Cue<StrikeTrigger> cue, List<WeaponMention> weapons) {
        return switch (cue.meaning().form()) {
            case NOUN -> isKnown(sentence, cue.from());
            case WEAPON_VERB ->
                !weapons.isEmpty() && isKnown(sentence, weapons.get(0).from());
            case VERB, SUFFERED -> false;
        };
    }

    /** Whether the phrase that ends at a token is one told before: "the attack", "Monday's attack", "the drone". */
    private static boolean isKnown(Sentence sentence, int noun) {
        for (int i = noun - 1; i >= Math.max(0, noun - 4); i--) {
            int at = i;
            Token token = sentence.tokens().get(i);
            if (REFERRING.contains(token.lower())
                    || sentence.mentions(DateMention.class).anyMatch(date -> date.from() <= at && at < date.to())) {
                return true;
            }
            if (!token.tag().matches("JJ|CD|NN|POS")) {
                return false;
            }
        }
        return false;
    }

    private static String words(Sentence sentence, CueTable.Cue<StrikeTrigger> cue) {
        return String.join(
                " ",
                sentence.tokens().subList(cue.from(), cue.to()).stream()
                        .map(Token::lemma)
                        .toList());
    }
}
