package org.tocsin.event.strike;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Mention.WeaponMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
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
import org.tocsin.schema.DatePrecision;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;
import org.tocsin.schema.Target;

/** Reads the mentions of attacks in the sentences of a document. */
final class StrikeReader {
    private static final CueTable<Boolean> NOT_ATTACKS =
            CueTable.of(KnowledgeTable.load(StrikeReader.class, "strike-exclusions.tsv", "words"), row -> true);
    private static final Set<String> FOILING =
            Set.of("foil", "thwart", "avert", "prevent", "defuse", "repel", "repulse");
    private static final int FOIL_REACH = 8;
    private static final int NEAR = 4;
    private static final Set<String> LOCATIVE = Set.of("in", "at", "near", "outside");

    private final Document document;
    private final ActPlaces places;
    private final ActDates dates;
    private final Circumstances circumstances;
    private final Attackers attackers;
    private final Attributions attributions;
    private final boolean weaponsTold;
    private final boolean armiesTold;
    private final Methods methods;

    StrikeReader(Document document) {
        this.document = document;
        this.places = new ActPlaces(document);
        this.dates = new ActDates(document);
        this.circumstances = new Circumstances(document);
        this.attackers = new Attackers(document);
        this.attributions = new Attributions(document);
        this.methods = new Methods(document);
        this.armiesTold = document.sentences().stream()
                .flatMap(sentence -> sentence.mentions(ActorMention.class))
                .anyMatch(actor -> AttackEvidence.ARMED.contains(actor.kind()));
        this.weaponsTold = document.sentences().stream()
                .anyMatch(sentence -> sentence.mentions(WeaponMention.class)
                        .anyMatch(weapon -> weapon.method() != null && !Weapons.isLikened(sentence, weapon)));
    }

    /** The mentions in the order of the text. */
    List<StrikeReading> read() {
        List<StrikeReading> readings = new ArrayList<>();
        if (circumstances.tellsOfNoWar()) {
            return readings;
        }
        for (Sentence sentence : document.sentences()) {
            List<CueTable.Cue<StrikeTrigger>> cues = StrikeTrigger.TABLE.find(sentence);
            if (!cues.isEmpty()) {
                Clauses clauses = Clauses.of(sentence);
                List<CueTable.Cue<Boolean>> excluded = NOT_ATTACKS.find(sentence);
                int before = readings.size();
                cues.stream()
                        .filter(cue ->
                                excluded.stream().noneMatch(not -> not.from() < cue.to() && not.to() > cue.from()))
                        .filter(cue -> cue.meaning().isComplete(sentence, clauses, cue.to())
                                && !circumstances.excuse(sentence, clauses, cue))
                        .forEach(cue -> reading(sentence, clauses, cue)
                                .map(reading -> References.continues(sentence, cue, reading, readings, before)
                                        ? reading.asResult()
                                        : reading)
                                .ifPresent(readings::add));
            }
        }
        return readings;
    }

    private Optional<StrikeReading> reading(Sentence sentence, Clauses clauses, CueTable.Cue<StrikeTrigger> cue) {
        List<WeaponMention> weapons = Weapons.of(document, sentence, clauses, cue.from(), cue.to());
        Anchored<Actor> attacker = attacker(sentence, clauses, cue, weapons);
        Anchored<Target> target = Targets.of(document, sentence, clauses, cue, attacker);
        Anchored<Place> hit = hitPlace(sentence, cue);
        Anchored<Place> own = hit != null ? hit : places.inSentence(sentence, cue.from());
        boolean aimed = target != null || own != null && (attacker == null || own.start() != attacker.start());
        if (cue.meaning().status() != null || isPartOf(attacker, target) || isFoiled(sentence, cue.from(), attacker)) {
            attacker = null;
        }
        Actor who = attacker == null ? null : attacker.value();
        Anchored<EventStatus> status = status(sentence, cue);
        if (status == null
                || status.value() == EventStatus.HYPOTHETICAL
                || !new AttackEvidence(sentence, clauses, cue, weapons, who, aimed, weaponsTold, armiesTold)
                        .suffices()) {
            return Optional.empty();
        }
        boolean reference = (own == null || !isBehind(sentence, cue, own)) && References.takesUp(sentence, cue, weapons)
                || References.isReleaseOnly(sentence, cue);
        Anchored<Place> place =
                reference ? null : hit != null ? hit : own != null ? places.of(sentence, cue.from()) : null;
        Anchored<EventTime> date = date(sentence, cue.from(), reference);
        return Optional.of(new StrikeReading(
                sentence,
                Anchored.at(sentence, cue.from(), cue.to(), words(sentence, cue)),
                reference,
                SetApart.from(sentence, cue.from()),
                attacker,
                target,
                methods.of(sentence, cue, weapons, attacker),
                weapons.isEmpty() ? null : Weapons.weapon(document, sentence, weapons.get(0)),
                place,
                reference && !isCountry(own) ? own : null,
                own != null,
                place == null ? unpinned(sentence, clauses, cue.from()) : null,
                date,
                date != null,
                status,
                attributions.of(sentence)));
    }

    private @Nullable Anchored<Actor> attacker(
            Sentence sentence, Clauses clauses, CueTable.Cue<StrikeTrigger> cue, List<WeaponMention> weapons) {
        Anchored<Actor> attacker = attackers.of(sentence, clauses, cue.meaning(), cue.from(), cue.to());
        boolean byAttack = cue.meaning().form() == StrikeTrigger.Form.VERB
                && AttackSubjects.of(sentence, clauses, cue.from()) >= 0;
        for (int i = 0; attacker == null && i < weapons.size(); i++) {
            // what stands behind such a verb was hit
            boolean hit = byAttack && weapons.get(i).from() >= cue.to();
            attacker = hit ? null : attackers.ownerOf(sentence, weapons.get(i).from());
        }
        return attacker == null || isOwnerOfPlace(sentence, attacker) ? null : attacker;
    }

    /** "shelling of a village in Ukraine's Kharkiv region": whether the name only tells whose a place is. */
    private static boolean isOwnerOfPlace(Sentence sentence, Anchored<Actor> attacker) {
        return sentence.mentions(PlaceMention.class)
                .filter(place -> place.from() > 1)
                .filter(place -> sentence.tokens().get(place.from() - 1).lower().equals("'s"))
                .anyMatch(place -> sentence.endOf(place.from() - 1) == attacker.end()
                        && sentence.tokens().subList(0, place.from()).stream()
                                .anyMatch(token -> token.end() <= attacker.start()
                                        && attacker.start() - token.end() <= 1
                                        && LOCATIVE.contains(token.lower())));
    }

    private @Nullable Anchored<EventStatus> status(Sentence sentence, CueTable.Cue<StrikeTrigger> cue) {
        Anchored<EventStatus> told = ActStatus.of(document, sentence, cue.from(), cue.to());
        EventStatus own = cue.meaning().status();
        return told == null || own == null ? told : Anchored.at(sentence, cue.from(), cue.to(), own);
    }

    /** "The army foiled a plot to bomb the airport": whether who is taken for the attacker prevented the attack. */
    private static boolean isFoiled(Sentence sentence, int trigger, @Nullable Anchored<Actor> attacker) {
        return attacker != null
                && sentence.tokens().subList(Math.max(0, trigger - FOIL_REACH), trigger).stream()
                        .anyMatch(token -> FOILING.contains(token.lemma()) && token.start() >= attacker.end());
    }

    /** "hit Indian posts": whether what is taken for the attacker only tells whose the target is. */
    private static boolean isPartOf(@Nullable Anchored<Actor> attacker, @Nullable Anchored<Target> target) {
        return attacker != null
                && target != null
                && attacker.start() >= target.start()
                && attacker.end() <= target.end();
    }

    /** The day of the words; years mostly tell how old something is. */
    private @Nullable Anchored<EventTime> date(Sentence sentence, int trigger, boolean reference) {
        Anchored<EventTime> date = reference ? dates.ofAct(sentence, trigger) : dates.inSentence(sentence, trigger);
        boolean year = date != null && date.value().getPrecision() == DatePrecision.YEAR;
        return year ? null : date;
    }

    /** The capitalised name behind "in", "at" or "near" in the clause that names no place, day, body or person we know. */
    private @Nullable String unpinned(Sentence sentence, Clauses clauses, int trigger) {
        for (int i = clauses.from(trigger); i + 1 < clauses.to(trigger); i++) {
            int name = i + 1;
            boolean located = LOCATIVE.contains(sentence.tokens().get(i).lower())
                    && sentence.tokens().get(name).tag().startsWith("NNP")
                    && sentence.mentions().stream().noneMatch(mention -> mention.from() <= name && name < mention.to());
            if (located) {
                return sentence.tokens().get(name).text();
            }
        }
        return null;
    }

    /** The place that is the subject of words of suffering: "Nikopol came under fire", "Kharkiv was rocked by blasts". */
    private static @Nullable Anchored<Place> hitPlace(Sentence sentence, CueTable.Cue<StrikeTrigger> cue) {
        boolean suffers = cue.meaning().form() == StrikeTrigger.Form.SUFFERED
                || cue.meaning().form() != StrikeTrigger.Form.NOUN && VerbForms.isPassive(sentence, cue.from());
        int verb = VerbForms.groupStart(sentence, cue.from());
        return sentence.mentions(PlaceMention.class)
                .filter(place -> suffers && place.to() == verb && place.surface() == PlaceMention.Surface.NAME)
                .filter(place -> !hangsOnPreposition(sentence, place.from()))
                .findFirst()
                .map(place -> Anchored.at(sentence, place, place.place()))
                .orElse(null);
    }

    /** Whether a name stands behind "in" or "in southern". */
    private static boolean hangsOnPreposition(Sentence sentence, int name) {
        List<Token> tokens = sentence.tokens();
        int at = name > 1 && tokens.get(name - 1).tag().equals("JJ") ? name - 2 : name - 1;
        return at >= 0 && Tags.PREPOSITION.contains(tokens.get(at).tag());
    }

    private static boolean isCountry(@Nullable Anchored<Place> place) {
        return place != null && place.value().getPrecision() == PlacePrecision.COUNTRY;
    }

    /** Whether the place stands right behind the words, so that they tell where: "the attack on Kherson". */
    private static boolean isBehind(Sentence sentence, CueTable.Cue<StrikeTrigger> cue, Anchored<Place> place) {
        int start = sentence.startOf(cue.to() - 1);
        int end = cue.to() + NEAR < sentence.tokens().size() ? sentence.startOf(cue.to() + NEAR) : sentence.end();
        return place.start() > start
                && place.start() <= end
                && sentence
                        .tokens()
                        .subList(
                                cue.to(),
                                Math.min(cue.to() + NEAR, sentence.tokens().size()))
                        .stream()
                        .noneMatch(token -> token.text().equals(",") && token.start() < place.start());
    }

    private static String words(Sentence sentence, CueTable.Cue<StrikeTrigger> cue) {
        return String.join(
                " ",
                sentence.tokens().subList(cue.from(), cue.to()).stream()
                        .map(Token::lemma)
                        .toList());
    }
}
