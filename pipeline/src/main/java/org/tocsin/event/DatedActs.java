package org.tocsin.event;

import java.util.List;
import java.util.Set;
import org.tocsin.document.Mention.DateMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;

/** Acts of violence that a possessive dates: "Tuesday's shelling", "Wednesday morning's suicide attack". */
public final class DatedActs {
    /** Nouns for one act of violence or one accident. */
    public static final Set<String> NOUNS = Set.of(
            "attack",
            "strike",
            "airstrike",
            "bombing",
            "massacre",
            "blast",
            "explosion",
            "raid",
            "shelling",
            "ambush",
            "clash",
            "shooting",
            "assault",
            "crash",
            "battle",
            "siege",
            "offensive",
            "incident",
            "stabbing",
            "fire",
            "earthquake",
            "quake",
            "accident",
            "hijacking");

    private static final Set<String> MODIFIERS = Tags.like("JJ.?|NN.*|VBG|VBN|HYPH|CD");

    /** Words between the possessive and the noun: "Monday's twin Israeli air strikes"; own choice. */
    private static final int REACH = 5;

    private DatedActs() {}

    /** Whether a day owns an act, which then took place on it whatever else the sentence dates. */
    public static boolean owns(Sentence sentence, DateMention date) {
        List<Token> tokens = sentence.tokens();
        int possessive = date.to();
        if (possessive >= tokens.size() || !tokens.get(possessive).lower().equals("'s")) {
            return false;
        }
        int end = Math.min(tokens.size(), possessive + 1 + REACH);
        for (int i = possessive + 1; i < end; i++) {
            if (NOUNS.contains(tokens.get(i).lemma())
                    || NOUNS.contains(tokens.get(i).lower())) {
                return true;
            }
            if (!MODIFIERS.contains(tokens.get(i).tag())) {
                return false;
            }
        }
        return false;
    }
}
