package org.tocsin.event;

import java.util.Set;
import org.tocsin.document.Tags;

/** The words and tags by which {@link Agents} tells who acts. */
final class AgentWords {
    static final Set<String> CLAUSE_JOINS = Set.of("and", "or", "then");
    static final Set<String> AGENT_TAGS = Tags.like("CC|DT|JJ|NN.*|PRP.|,|POS|VBN|CD");
    static final Set<String> BETWEEN = Set.of("that", "also", "later", ",");
    static final Set<String> SAYING = Set.of("say", "claim", "announce", "confirm", "report", "state");
    static final Set<String> PHRASE = Set.of("DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "CD", "VBN", "JJS", "PRP$");
    static final Set<String> LINKS =
            Set.of("of", "from", "with", "in", "by", "led", "loyal", "allied", "belonging", "linked", "to", "the", "a");
    static final Set<String> SUBORDINATING =
            Set.of("as", "while", "after", "before", "since", "until", "because", "although", "though", "if", "once");
    static final Set<String> PRONOUNS = Set.of("it", "they", "he", "its", "their", "his");
    /** People who act for whom "of" names: "members of the gang". */
    static final Set<String> MEMBERS = Set.of(
            "member", "man", "men", "element", "fighter", "group", "band", "unit", "soldier", "troop", "supporter");
    /** Verbs whose "by" names who tells of an act ("an explosion heard by the mission"). */
    static final Set<String> TOLD = Set.of(
            "say",
            "report",
            "hear",
            "see",
            "confirm",
            "announce",
            "describe",
            "release",
            "publish",
            "quote",
            "record",
            "document",
            "verify",
            "count",
            "cite",
            "condemn",
            "investigate",
            "share",
            "post",
            "call",
            "witness",
            "use",
            "own",
            "hold",
            "run",
            "control",
            "occupy",
            "operate",
            "manage",
            "staff",
            "lead");

    private AgentWords() {}
}
