package org.tocsin.event.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.Anchored;
import org.tocsin.event.CueTable;
import org.tocsin.schema.Actor;
import org.tocsin.schema.StatementAct;

/** Finds acts of speech told by nouns: "Beijing's rejection of the ruling", "a warning from Tehran", "its demand that". */
final class NounActs {
    private static final Set<String> MODIFIER = Tags.like("JJ|VBN|NN");

    private static final Set<String> COMPLEMENTS = Set.of("of", "that", "to", "for", "on", "over", "against", "not");
    private static final Set<String> AUTHOR = Set.of("from", "by");
    private static final Set<String> UNSAID =
            Set.of("no", "without", "despite", "any", "if", "possible", "expected", "new");
    private static final int MODIFIERS = 2;

    private final Memory memory;

    NounActs(Memory memory) {
        this.memory = memory;
    }

    /** A noun that tells an act, with those whose act it is. */
    record Found(CueTable.Cue<StatementAct> cue, List<Subject> subjects) {}

    /** The acts that the nouns of a sentence tell. */
    List<Found> of(Speakers speakers) {
        List<Found> found = new ArrayList<>();
        for (CueTable.Cue<StatementAct> cue : SpeechTables.NOUNS.find(speakers.sentence())) {
            List<Subject> subjects = subjects(speakers, cue);
            if (!subjects.isEmpty()) {
                found.add(new Found(cue, subjects));
            }
        }
        return found;
    }

    private List<Subject> subjects(Speakers speakers, CueTable.Cue<StatementAct> cue) {
        Sentence sentence = speakers.sentence();
        List<Token> tokens = sentence.tokens();
        if (cue.to() >= tokens.size() || !tokens.get(cue.from()).tag().startsWith("NN")) {
            return List.of();
        }
        String next = tokens.get(cue.to()).lower();
        if (AUTHOR.contains(next) && !isUnsaid(tokens, cue.from())) {
            Speaker author = speakers.behind(cue.to() + 1);
            return author == null
                    ? List.of()
                    : speakers.listBeginningWith(author).stream()
                            .map(speaker -> new Subject(speaker.actor(), "speech-noun"))
                            .toList();
        }
        return COMPLEMENTS.contains(next) ? owner(speakers, cue.from()) : List.of();
    }

    private static boolean isUnsaid(List<Token> tokens, int noun) {
        return tokens.subList(Math.max(0, noun - MODIFIERS), noun).stream()
                .anyMatch(token -> UNSAID.contains(token.lower()));
    }

    /** Whose act a possessive in front of the noun tells. */
    private List<Subject> owner(Speakers speakers, int noun) {
        List<Token> tokens = speakers.sentence().tokens();
        int at = noun;
        while (at > 0
                && noun - at < MODIFIERS
                && MODIFIER.contains(tokens.get(at - 1).tag())) {
            at--;
        }
        if (at == 0) {
            return List.of();
        }
        if (tokens.get(at - 1).tag().equals("PRP$")) {
            Anchored<Actor> owner = pronoun(tokens.get(at - 1).lower());
            return owner == null
                    ? List.of()
                    : List.of(new Subject(Anchored.at(speakers.sentence(), at - 1, at, owner.value()), "speech-noun"));
        }
        Speaker owner = tokens.get(at - 1).tag().equals("POS") ? speakers.endingAt(at - 1) : null;
        return owner == null ? List.of() : List.of(new Subject(owner.actor(), "speech-noun"));
    }

    private @Nullable Anchored<Actor> pronoun(String pronoun) {
        return switch (pronoun) {
            case "his", "her" -> memory.person;
            case "its" -> memory.body;
            default -> null;
        };
    }
}
