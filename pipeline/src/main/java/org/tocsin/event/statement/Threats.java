package org.tocsin.event.statement;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.CueTable;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.StatementAct;

/** Tells a warning that threatens the one who is warned from one of what others may do: "warned Chad of war should it march". */
final class Threats {
    private static final Set<String> CONDITIONS = Set.of("if", "should", "unless");
    private static final Set<String> WILL = Set.of("will", "would", "shall");
    private static final Set<String> LETTING = KnowledgeTable.words(Threats.class, "letting-verbs.tsv");
    private static final int WARNED = 3;
    /** Words behind "will not allow" in which somebody is named. */
    private static final int FORBIDDEN = 3;

    /** Bodies that have no force to threaten with. */
    private static final Set<String> UNARMED =
            KnowledgeTable.load(Threats.class, "unarmed-bodies.tsv", "words").rows().stream()
                    .map(row -> row.required("words"))
                    .collect(Collectors.toUnmodifiableSet());

    private Threats() {}

    /** Whether a speaker has the means to threaten: neither a charity nor a body of the United Nations. */
    static boolean mayThreaten(Actor speaker) {
        return speaker.getKind() != ActorKind.NGO
                && !isUnarmed(speaker.getName())
                && !isUnarmed(speaker.getOrganization());
    }

    private static boolean isUnarmed(@Nullable String name) {
        return name != null && UNARMED.stream().anyMatch(body -> name.equals(body) || name.startsWith(body + ' '));
    }

    /** Whether words say that another party will not be let do something: "we will not allow M23 to hold Goma". */
    static boolean forbids(Sentence sentence, int from, int to, Actor speaker) {
        List<Token> tokens = sentence.tokens();
        for (int i = from; i + FORBIDDEN < to; i++) {
            int verb = i + 2;
            if (WILL.contains(tokens.get(i).lower())
                    && tokens.get(i + 1).lower().equals("not")
                    && LETTING.contains(tokens.get(verb).lemma())
                    && sentence.mentions(ActorMention.class)
                            .anyMatch(actor -> actor.from() > verb
                                    && actor.from() <= verb + FORBIDDEN
                                    && isOther(actor, speaker))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a side of a conflict warns another of what follows if it does something. */
    static boolean warns(Sentence sentence, CueTable.Cue<StatementAct> cue, Actor speaker) {
        List<Token> tokens = sentence.tokens();
        boolean side = speaker.getKind() != ActorKind.IGO && speaker.getKind() != ActorKind.NGO && isOfSide(speaker);
        return side
                && tokens.get(cue.from()).lemma().equals("warn")
                && sentence.mentions(ActorMention.class)
                        .anyMatch(actor ->
                                actor.from() >= cue.to() && actor.from() < cue.to() + WARNED && isOther(actor, speaker))
                && tokens.subList(cue.to(), tokens.size()).stream()
                        .anyMatch(token -> CONDITIONS.contains(token.lower()));
    }

    private static boolean isOfSide(Actor speaker) {
        return speaker.getCountry() != null || speaker.getKind() == ActorKind.ARMED_GROUP;
    }

    private static boolean isOther(ActorMention actor, Actor speaker) {
        return actor.country() != null && !actor.country().equals(speaker.getCountry())
                || actor.kind() == ActorKind.ARMED_GROUP;
    }
}
