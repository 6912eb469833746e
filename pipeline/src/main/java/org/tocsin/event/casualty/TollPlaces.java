package org.tocsin.event.casualty;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.Anchored;
import org.tocsin.schema.Place;

/** Finds the place that a number of a list brings with it: "two in Izium and three in Lyman". */
final class TollPlaces {
    private static final Set<String> PLACE_LEADS = Set.of("in", "at", "near", "outside");
    private static final Set<String> PLACE_PHRASE = Tags.like("DT|JJ|NN|IN|NNP");

    private static final int REACH = 5;
    private static final int CARE_REACH = 4;
    private static final Set<String> CARE_MODIFIERS = Tags.like("JJ|NN.*|POS");
    private static final Set<String> CARE = Set.of(
            "hospital",
            "hospitals",
            "clinic",
            "clinics",
            "centre",
            "center",
            "ward",
            "morgue",
            "morgues",
            "mortuary",
            "nurse",
            "nurses",
            "doctor",
            "doctors",
            "surgeon",
            "surgeons",
            "medic",
            "medics",
            "paramedic",
            "paramedics",
            "coroner");
    private static final Set<String> ACTS = Set.of(
            "attack",
            "strike",
            "airstrike",
            "hit",
            "shell",
            "shelling",
            "bomb",
            "bombing",
            "raid",
            "storm",
            "target",
            "blast",
            "explosion",
            "explode",
            "shoot",
            "shooting",
            "fire",
            "assault",
            "clash",
            "ambush",
            "kill",
            "crash");

    private TollPlaces() {}

    /**
     * A place named right behind a group or its verb.
     *
     * @param name as written, in lower case
     * @param mention what it resolves to; null where the gazetteer does not know it
     */
    record Led(String name, @Nullable PlaceMention mention) {}

    /** The place that a figure brings with it ("two in Izium", "three were killed in Lyman"); null where it brings none. */
    static @Nullable Led of(Sentence sentence, TollFigure figure) {
        if (figure.groups().isEmpty()) {
            return null;
        }
        int to = figure.groups().get(figure.groups().size() - 1).to();
        Led led = behind(sentence, to);
        return led != null || figure.act() < to ? led : behind(sentence, figure.act() + 1);
    }

    /** The place right behind a token, led by a preposition of place; null where none is. */
    static @Nullable Led behind(Sentence sentence, int to) {
        List<Token> tokens = sentence.tokens();
        if (to + 1 >= tokens.size() || !PLACE_LEADS.contains(tokens.get(to).lower())) {
            return null;
        }
        PlaceMention known = sentence.mentions(PlaceMention.class)
                .filter(mention -> mention.from() > to && mention.from() - to <= REACH)
                .filter(mention -> tokens.subList(to + 1, mention.from()).stream()
                        .allMatch(token -> PLACE_PHRASE.contains(token.tag())))
                .findFirst()
                .orElse(null);
        if (known != null) {
            return new Led(tokens.get(known.from()).lower(), known);
        }
        Token name = tokens.get(to + 1);
        boolean unknown = name.tag().equals("NNP")
                && Character.isUpperCase(name.text().charAt(0))
                && sentence.mentions().stream()
                        .noneMatch(mention -> mention.from() <= name.index() && name.index() < mention.to());
        return unknown ? new Led(name.lower(), null) : null;
    }

    /** Whether a place is only where the hurt are treated or the dead are counted: "doctors at the hospital in Tyre said". */
    static boolean isOfCare(Sentence sentence, Anchored<Place> place) {
        List<Token> tokens = sentence.tokens();
        boolean act = tokens.stream().anyMatch(token -> ACTS.contains(token.lemma()));
        if (act) {
            return false;
        }
        if (isNamedForCare(sentence, place)) {
            return true;
        }
        return tokens.stream()
                .filter(token -> sentence.startOf(token.index()) < place.start())
                .filter(token -> CARE.contains(token.lower()))
                .anyMatch(token -> isNear(sentence, token.index(), place));
    }

    /** "the Revolution hospital", "the Kramatorsk intensive care unit": the name of a hospital or that of its town before it. */
    private static boolean isNamedForCare(Sentence sentence, Anchored<Place> place) {
        List<Token> tokens = sentence.tokens();
        for (Token token : tokens) {
            boolean within = sentence.startOf(token.index()) >= place.start()
                    && sentence.endOf(token.index() + 1) <= place.end();
            if (within && CARE.contains(token.lower())) {
                return true;
            }
            boolean last = within && sentence.endOf(token.index() + 1) == place.end();
            if (last && isCareBehind(tokens, token.index() + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCareBehind(List<Token> tokens, int from) {
        for (int i = from; i < Math.min(tokens.size(), from + CARE_REACH); i++) {
            String word = tokens.get(i).lower();
            if (CARE.contains(word)
                    || word.equals("care") && i > 0 && tokens.get(i - 1).lower().equals("intensive")) {
                return true;
            }
            if (!CARE_MODIFIERS.contains(tokens.get(i).tag())) {
                return false;
            }
        }
        return false;
    }

    private static boolean isNear(Sentence sentence, int care, Anchored<Place> place) {
        List<Token> between = sentence.tokens().stream()
                .filter(token -> token.index() > care && sentence.startOf(token.index()) < place.start())
                .toList();
        return between.size() <= REACH
                && between.stream().noneMatch(token -> token.tag().startsWith("VB"));
    }

    /** The name that a sentence begins with as its place and that the gazetteer does not know: "In Kanbalu, ..."; null where none is. */
    static @Nullable String unknownHead(Sentence sentence) {
        Led led = sentence.tokens().isEmpty() ? null : behind(sentence, 0);
        return led == null || led.mention() != null ? null : led.name();
    }

    /** Whether a place is named between two tokens. */
    static boolean between(Sentence sentence, int from, int to) {
        return sentence.mentions(PlaceMention.class).anyMatch(mention -> mention.from() >= from && mention.to() <= to);
    }
}
