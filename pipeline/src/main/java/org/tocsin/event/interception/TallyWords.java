package org.tocsin.event.interception;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;

/** The words and tags by which {@link Tallies} tells what a number of targets is of. */
final class TallyWords {
    static final Set<String> PASSIVE = Set.of("be", "get");
    static final Pattern JOIN = Pattern.compile("\\s*(and|or|/)\\s*(\\w+\\s)?");
    static final Set<String> OBJECT_TAGS = Tags.like("CD|RB.?|JJ.?|DT|PDT|NN|NNS|CC|,|``|''|IN|PRP\\$");
    static final Set<String> MEANS = Set.of("by", "with", "from", "involving", "using");
    static final Set<String> UP_TO = Set.of("up", "to");
    static final Set<String> RELATIVE = Set.of("which", "that");
    static final Set<String> PARTICLE = Tags.like("RP|RB");
    static final Set<String> SUBJECT_TAGS = Tags.like("DT|NN.*|JJ.?|CD|PRP.?");
    static final Set<String> LAUNCHING = Set.of("launch", "fire", "send", "aim", "direct", "head", "fly", "target");
    static final Set<String> LIST_TAGS = Tags.like("CC|CD|JJ.?|NN.*|,|DT|RB|``|''");
    static final Set<String> BOUND_WORDS = Set.of(
            "the",
            "some",
            "about",
            "around",
            "more",
            "than",
            "over",
            "nearly",
            "roughly",
            "approximately",
            "an",
            "estimated",
            "all",
            "those");
    static final Set<String> SHARES =
            Set.of("%", "percent", "cent", "most", "majority", "many", "some", "several", "half", "last");
    static final Set<String> PHRASE_TAGS = Tags.like("JJ.?|NN.*|VBN|VBG|POS|DT|CC|CD|``|''");
    static final Set<String> OUT_OF = Set.of("of", "out", "from");
    static final Set<String> DETERMINER = Tags.like("DT|PDT");
    static final Set<String> BREAKDOWN =
            Set.of("including", "among", "which", "who", "that", "while", "whereas", "(", "--", ":", ";");
    /** Words in front of what air defence shoots with. */
    static final Set<String> TOOLS = Set.of("with", "using");

    static final Set<String> ONE = Set.of("a", "an", "one", "the", "another", "its", "their", "his", "that", "this");
    static final Set<String> WHOLE = Set.of("of", "out", "from", "the", "some", "about", "around", "all", "those");
    static final Set<String> REPELLING = Set.of(
            "repel",
            "repulse",
            "thwart",
            "foil",
            "fend",
            "parry",
            "prevent",
            "avert",
            "frustrate",
            "beat",
            "ward",
            "stave");

    private static final Set<String> SKY = Set.of("sky", "skies", "air", "ground");
    private static final int SKY_REACH = 14;

    private TallyWords() {}

    /** "blew a helicopter out of the sky", "brought it to the ground": whether the sky is left soon behind a verb. */
    static boolean isOutOfSky(Sentence sentence, int from) {
        List<Token> tokens = sentence.tokens();
        for (int i = from + 2; i < Math.min(tokens.size(), from + SKY_REACH); i++) {
            String lead = tokens.get(i - 2).lower();
            boolean left = lead.equals("of") || lead.equals("from") || lead.equals("to");
            if (left
                    && SKY.contains(tokens.get(i).lower())
                    && tokens.get(i - 1).lower().equals("the")) {
                return true;
            }
        }
        return false;
    }
}
