package org.tocsin.event;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.PersonMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;

/** States named by who rules them: "the Lukashenko regime", "Maduro's government". */
final class Regimes {
    private static final Set<String> NOUNS = KnowledgeTable.words(Regimes.class, "regime-words.tsv");

    private Regimes() {}

    /**
     * A state.
     *
     * @param from index of the first token that names it
     * @param to index behind the last
     */
    record Regime(int from, int to, Actor actor) {}

    /** The regimes of a sentence in order. */
    static Stream<Regime> in(Document document, Sentence sentence) {
        return sentence.mentions(PersonMention.class)
                .filter(person -> person.country() != null)
                .flatMap(person -> behind(document, sentence, person).stream());
    }

    private static Optional<Regime> behind(Document document, Sentence sentence, PersonMention ruler) {
        List<Token> tokens = sentence.tokens();
        int noun = ruler.to();
        if (noun < tokens.size() && tokens.get(noun).tag().equals("POS")) {
            noun++;
        }
        if (noun >= tokens.size() || !NOUNS.contains(tokens.get(noun).lower())) {
            return Optional.empty();
        }
        String country = Objects.requireNonNull(ruler.country());
        String name = new Locale.Builder().setRegion(country).build().getDisplayCountry(Locale.ENGLISH);
        String words = document.text(sentence.startOf(ruler.from()), sentence.endOf(noun + 1));
        Actor state = new Actor(name, words, null, null, country, ActorKind.STATE);
        return Optional.of(new Regime(ruler.from(), noun + 1, state));
    }
}
