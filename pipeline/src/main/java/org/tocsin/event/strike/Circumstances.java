package org.tocsin.event.strike;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Mention.CountRole;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Mention.WeaponMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.ActDates;
import org.tocsin.event.Anchored;
import org.tocsin.event.Clauses;
import org.tocsin.event.CueTable;
import org.tocsin.event.VerbForms;
import org.tocsin.schema.DatePrecision;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Method;
import org.tocsin.schema.PlacePrecision;

/** Tells words of attack that tell no new attack: rates, habits, accidents, the killing of the assailants, films and games. */
final class Circumstances {
    private static final Set<String> PRESENT = Tags.like("VBP|VBZ");
    private static final Set<String> CLAUSE_TAGS = Tags.like("VB[DZP]|MD|WDT|WP|WRB");
    private static final Set<String> OBJECTS = Set.of("him", "them", "her");

    private static final CueTable<Boolean> FICTION = table("fiction-cues.tsv");
    private static final CueTable<Boolean> SPORT = table("sport-cues.tsv");
    private static final CueTable<Boolean> WEATHER = table("weather-cues.tsv");
    private static final CueTable<Boolean> REPEATED = table("repetition-cues.tsv");
    private static final CueTable<Boolean> ACCIDENTS = table("accident-cues.tsv");
    private static final CueTable<Boolean> LABOUR = table("labour-cues.tsv");
    private static final CueTable<Boolean> ASSAILANTS = table("assailants.tsv");
    private static final Set<String> KILLING = Set.of("shoot", "kill", "gun", "neutralise", "neutralize", "blow");

    /** Verbs whose present looks like their past, so that taggers mix them up. */
    private static final Set<String> AS_IN_THE_PAST = Set.of("hit", "set", "burst", "split");

    private static final Set<String> NOISES = Set.of("gunfire", "shooting", "hear", "fire", "shelling");
    private static final Set<String> HEARING = Set.of("hear", "echo", "ring");
    private static final Set<String> MORE = Set.of("further", "more", "additional", "new", "fresh");
    private static final Set<String> THREATENING = Set.of("threaten", "vow", "promise", "warn", "fear", "expect");
    private static final Set<String> TELLING = Set.of("tell", "report");
    private static final CueTable<Boolean> HARM = table("harm-words.tsv");
    private static final CueTable<Boolean> DEFINITIONS = table("definition-cues.tsv");
    private static final CueTable<Boolean> DOWNING = table("downing-words.tsv");
    private static final int CREW_REACH = 12;
    private static final Set<String> TOWARDS = Set.of("into", "toward", "towards");
    private static final Set<String> WATERS = Set.of("sea", "waters", "ocean", "coast");
    private static final Set<String> SERIES = Set.of("series", "string", "campaign", "conflict", "part");
    private static final Set<String> ATTACKS = Set.of(
            "strikes", "airstrikes", "raids", "attacks", "bombings", "bombardments", "shelling", "clashes", "assaults");
    private static final int SUMMARY_REACH = 8;
    private static final int SINCE_REACH = 6;

    private static final int MUCH_FICTION = 4;
    private static final int MUCH_SPORT = 3;
    private static final int MUCH_WEATHER = 3;
    private static final int ACCIDENT_SENTENCES = 2;
    private static final int OBJECT_REACH = 6;
    private static final int SUBJECT_REACH = 10;

    private final Document document;
    private final ActDates dates;

    Circumstances(Document document) {
        this.document = document;
        this.dates = new ActDates(document);
    }

    private static CueTable<Boolean> table(String name) {
        return CueTable.of(KnowledgeTable.load(Circumstances.class, name, "words"), row -> true);
    }

    /** Whether the article tells of a work of art, of a game or of a storm: what strikes there is no attack. */
    boolean tellsOfNoWar() {
        return distinct(FICTION) >= MUCH_FICTION || distinct(SPORT) >= MUCH_SPORT || distinct(WEATHER) >= MUCH_WEATHER;
    }

    private long distinct(CueTable<Boolean> cues) {
        return document.sentences().stream()
                .flatMap(sentence -> cues.find(sentence).stream()
                        .map(cue -> sentence.tokens().get(cue.from()).lemma()))
                .distinct()
                .count();
    }

    /** Whether the words tell no new attack of their own. */
    boolean excuse(Sentence sentence, Clauses clauses, CueTable.Cue<StrikeTrigger> cue) {
        return isRate(sentence, cue)
                || isSufferedNoun(sentence, cue)
                || isLabour(sentence, cue)
                || isHabit(sentence, clauses, cue)
                || isAccident(sentence, cue)
                || killsAssailants(sentence, cue)
                || isOnlyHeard(sentence, clauses, cue)
                || isTest(sentence, clauses, cue)
                || isSumSince(sentence, cue)
                || isSummary(sentence, cue)
                || isCrew(sentence, cue)
                || isDowning(sentence, clauses, cue)
                || isMore(sentence, cue)
                || !DEFINITIONS.find(sentence).isEmpty();
    }

    /** "threatened further attacks": more of what is told before, of which nobody knows yet what it will be. */
    private static boolean isMore(Sentence sentence, CueTable.Cue<StrikeTrigger> cue) {
        List<Token> before = sentence.tokens().subList(Math.max(0, cue.from() - 4), cue.from());
        return cue.meaning().form() == StrikeTrigger.Form.NOUN
                && before.stream().anyMatch(token -> MORE.contains(token.lower()))
                && before.stream().anyMatch(token -> THREATENING.contains(token.lemma()));
    }

    /** "shot that aircraft down": whether something in the air stands between the verb and its "down". */
    private static boolean isDowning(Sentence sentence, Clauses clauses, CueTable.Cue<StrikeTrigger> cue) {
        int end = Math.min(clauses.to(cue.from()), cue.to() + OBJECT_REACH);
        return sentence.tokens().get(cue.from()).lemma().equals("shoot")
                && sentence.tokens().subList(Math.min(cue.to(), end), end).stream()
                        .anyMatch(token -> token.lower().equals("down"));
    }

    /** "A helicopter was shot down, killing its crew": whether those killed flew in what was brought down. */
    private static boolean isCrew(Sentence sentence, CueTable.Cue<StrikeTrigger> cue) {
        boolean result = sentence.tokens().get(cue.from()).tag().equals("VBG")
                && KILLING.contains(sentence.tokens().get(cue.from()).lemma());
        return result
                && DOWNING.find(sentence).stream()
                        .anyMatch(down -> down.to() <= cue.from() && cue.from() - down.to() <= CREW_REACH);
    }

    /** "Explosions were heard in the city": whether a noise is all that the sentence tells. */
    private static boolean isOnlyHeard(Sentence sentence, Clauses clauses, CueTable.Cue<StrikeTrigger> cue) {
        boolean noise = cue.meaning().method() == Method.EXPLOSION_UNSPECIFIED
                || NOISES.contains(sentence.tokens().get(cue.from()).lower());
        int clause = clauses.from(cue.from());
        boolean heard = noise
                && (tells(sentence, clause, clauses.to(cue.from()), HEARING)
                        || sentence.tokens().get(cue.to() - 1).tag().equals("NNS")
                                && tells(sentence, clause, cue.from(), TELLING));
        return heard
                && HARM.find(sentence).isEmpty()
                && sentence.mentions(WeaponMention.class).allMatch(weapon -> isNoise(sentence, cue, weapon));
    }

    private static boolean tells(Sentence sentence, int from, int to, Set<String> verbs) {
        return sentence.tokens().subList(from, to).stream()
                .anyMatch(token -> verbs.contains(token.lemma()) && token.tag().startsWith("VB"));
    }

    private static boolean isNoise(Sentence sentence, CueTable.Cue<StrikeTrigger> cue, WeaponMention weapon) {
        return weapon.from() < cue.to() && weapon.to() > cue.from()
                || NOISES.contains(sentence.tokens().get(weapon.from()).lower());
    }

    /** "fired two missiles into the sea": whether a launch hits nothing but water, as tests do. */
    private static boolean isTest(Sentence sentence, Clauses clauses, CueTable.Cue<StrikeTrigger> cue) {
        boolean missiles = cue.meaning().strength() == StrikeTrigger.Strength.WEAPON
                && sentence.mentions(WeaponMention.class)
                        .anyMatch(weapon -> weapon.method() == Method.MISSILE || weapon.method() == Method.ROCKET);
        if (!missiles) {
            return false;
        }
        List<Token> tokens = sentence.tokens();
        for (int i = cue.to(); i + 1 < clauses.to(cue.from()); i++) {
            boolean towards = TOWARDS.contains(tokens.get(i).lower());
            boolean water = towards
                    && tokens.subList(i + 1, Math.min(tokens.size(), i + 6)).stream()
                            .takeWhile(token -> !token.tag().equals("IN"))
                            .anyMatch(token -> WATERS.contains(token.lower()));
            if (water) {
                return true;
            }
        }
        return false;
    }

    /** "Strikes have killed 370 people since the ceasefire": whether the words only sum up what went on from a day on. */
    private static boolean isSumSince(Sentence sentence, CueTable.Cue<StrikeTrigger> cue) {
        List<Token> tokens = sentence.tokens();
        int have = cue.from();
        while (have < tokens.size()
                && have - cue.to() < SINCE_REACH
                && !tokens.get(have).lemma().equals("have")) {
            have++;
        }
        if (cue.meaning().form() == StrikeTrigger.Form.VERB) {
            have = cue.from() - 1;
        }
        boolean perfect = have > 0
                && have + 1 < tokens.size()
                && tokens.get(have).lemma().equals("have")
                && tokens.get(have + 1).tag().startsWith("VB");
        return perfect
                && tokens.subList(0, have).stream().anyMatch(token -> ATTACKS.contains(token.lower()))
                && tokens.subList(have, tokens.size()).stream()
                        .anyMatch(token -> token.lower().equals("since"));
    }

    /** "The April clashes were a series of battles": whether the sentence only says what the attacks told one by one are together. */
    private static boolean isSummary(Sentence sentence, CueTable.Cue<StrikeTrigger> cue) {
        List<Token> tokens = sentence.tokens();
        boolean ofSeries = cue.from() > 2
                && tokens.get(cue.from() - 1).lower().equals("of")
                && SERIES.contains(tokens.get(cue.from() - 2).lower())
                && tokens.subList(Math.max(0, cue.from() - 5), cue.from()).stream()
                        .anyMatch(token -> token.lemma().equals("be"));
        if (ofSeries) {
            return true;
        }
        int be = cue.to();
        while (be < tokens.size()
                && be - cue.to() < SUMMARY_REACH
                && !tokens.get(be).lemma().equals("be")) {
            be++;
        }
        return cue.meaning().form() == StrikeTrigger.Form.NOUN
                && be + 2 < tokens.size()
                && tokens.get(be).lemma().equals("be")
                && tokens.subList(be + 1, Math.min(tokens.size(), be + 5)).stream()
                        .anyMatch(token -> SERIES.contains(token.lower()));
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

    /** Whether a noun only completes words of suffering, which are judged as a whole: "came under attack". */
    private static boolean isSufferedNoun(Sentence sentence, CueTable.Cue<StrikeTrigger> cue) {
        return cue.meaning().form() == StrikeTrigger.Form.NOUN
                && sentence.tokens().subList(Math.max(0, cue.from() - 2), cue.from()).stream()
                        .anyMatch(token -> token.lower().equals("under"));
    }

    /** Whether a strike is one of workers. */
    private static boolean isLabour(Sentence sentence, CueTable.Cue<StrikeTrigger> cue) {
        Token word = sentence.tokens().get(cue.to() - 1);
        return cue.meaning().form() == StrikeTrigger.Form.NOUN
                && cue.length() == 1
                && word.lemma().equals("strike")
                && !LABOUR.find(sentence).isEmpty();
    }

    /** Whether the clause tells what happens again and again, without a day: "strike only at bases", "attacked a dozen times". */
    private boolean isHabit(Sentence sentence, Clauses clauses, CueTable.Cue<StrikeTrigger> cue) {
        Token verb = sentence.tokens().get(cue.from());
        boolean repeated = REPEATED.find(sentence).stream()
                .filter(words -> !isNo(sentence, words.from() - 1))
                .anyMatch(words -> clauses.between(words.from(), cue.from()) == 0);
        boolean present = cue.meaning().form() != StrikeTrigger.Form.NOUN
                && PRESENT.contains(verb.tag())
                && !verb.lower().endsWith("ed")
                && !AS_IN_THE_PAST.contains(verb.lower())
                && !isTelegram(sentence, cue.from());
        Anchored<EventTime> day = repeated || present ? dates.inSentence(sentence, cue.from()) : null;
        return repeated && !isDay(day) || present && day == null;
    }

    /** "no fewer than": a bound of a number, no habit. */
    private static boolean isNo(Sentence sentence, int token) {
        return token >= 0 && sentence.tokens().get(token).lower().equals("no");
    }

    /** Whether a headline tells one attack in the present: at the beginning of its sentence, with a town or a number. */
    private static boolean isTelegram(Sentence sentence, int verb) {
        boolean opens = sentence.tokens().subList(0, verb).stream()
                .noneMatch(token ->
                        CLAUSE_TAGS.contains(token.tag()) || token.lower().equals("that"));
        boolean located = sentence.mentions(PlaceMention.class)
                .anyMatch(place -> place.place().getPrecision() == PlacePrecision.TOWN
                        || place.place().getPrecision() == PlacePrecision.SITE
                        || place.place().getPrecision() == PlacePrecision.AREA);
        boolean counted = sentence.mentions(CountMention.class)
                .anyMatch(count -> count.role() == CountRole.PLAIN && count.from() > verb);
        return opens && (located || counted);
    }

    private static boolean isDay(@Nullable Anchored<EventTime> date) {
        return date != null
                && (date.value().getPrecision() == DatePrecision.DAY
                        || date.value().getPrecision() == DatePrecision.HOUR);
    }

    /** Whether an explosion is told as an accident, in its sentence or right behind. */
    private boolean isAccident(Sentence sentence, CueTable.Cue<StrikeTrigger> cue) {
        boolean open = cue.meaning().method() == Method.EXPLOSION_UNSPECIFIED
                || cue.meaning().status() != null;
        return open
                && document.sentences().stream()
                        .filter(other -> other.index() >= sentence.index()
                                && other.index() - sentence.index() <= ACCIDENT_SENTENCES)
                        .anyMatch(other -> !ACCIDENTS.find(other).isEmpty());
    }

    /** Whether the words tell only how those who attacked died: "police shot dead the last two attackers". */
    private static boolean killsAssailants(Sentence sentence, CueTable.Cue<StrikeTrigger> cue) {
        int verb = cue.from();
        if (cue.meaning().form() != StrikeTrigger.Form.VERB
                || !KILLING.contains(sentence.tokens().get(verb).lemma())) {
            return false;
        }
        if (VerbForms.isPassive(sentence, verb)) {
            return assailants(sentence, Math.max(0, verb - SUBJECT_REACH), verb);
        }
        int end = Math.min(sentence.tokens().size(), cue.to() + OBJECT_REACH);
        boolean pronoun = cue.to() < end
                && sentence.tokens().subList(verb + 1, Math.min(end, verb + 3)).stream()
                        .anyMatch(token -> OBJECTS.contains(token.lower()));
        return pronoun || assailants(sentence, verb + 1, end);
    }

    private static boolean assailants(Sentence sentence, int from, int to) {
        return ASSAILANTS.find(sentence).stream().anyMatch(words -> words.from() >= from && words.to() <= to);
    }
}
