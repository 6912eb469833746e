package org.tocsin.event.interception;

import java.util.Set;
import java.util.regex.Pattern;
import org.tocsin.document.Tags;

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

    static final Set<String> ONE = Set.of("a", "an", "one", "the", "another", "its", "their", "his");
    static final Set<String> WHOLE = Set.of("of", "out", "from", "the", "some", "about", "around", "all", "those");
    static final Set<String> REPELLING = Set.of("repel", "repulse", "thwart", "foil", "fend", "parry");

    private TallyWords() {}
}
