package org.tocsin.event.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.OfficeMention;
import org.tocsin.document.Mention.PersonMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.Anchored;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;

/**
 * Finds who speaks where only an office is told: "the Secretary of State" is whoever was named with it before, "The Humanitarian
 * Coordinator" in capital letters the unnamed holder, "both ministers" those named together before.
 */
final class OfficeVoices {
    private static final Set<String> THE = Set.of("the", "this", "that");
    private static final Set<String> PERSONAL = Set.of("his", "her");
    private static final Set<String> BODILY = Set.of("its", "their");
    private static final Set<String> SMALL = Set.of("of", "and", "for", "the", "to");
    private static final Set<String> COMPOUND = Tags.like("NN.*|POS");
    private static final Set<String> OWNER_LEADS = Set.of("of", "for", "to", "at");
    private static final String UNITED_NATIONS = "United Nations";

    /** Offices of the United Nations that its papers tell without their owner. */
    private static final Set<String> OF_UNITED_NATIONS =
            Set.of("secretary-general", "coordinator", "commissioner", "special rapporteur", "envoy");

    private final Document document;
    private final Antecedents antecedents;

    OfficeVoices(Document document) {
        this.document = document;
        this.antecedents = new Antecedents(document);
    }

    /** The offices of a sentence that speak for themselves; none that names somebody beside it or is covered by one known. */
    List<Speaker> of(Sentence sentence, List<Speaker> known) {
        List<Speaker> found = new ArrayList<>();
        sentence.mentions(OfficeMention.class)
                .filter(office -> office.from() > 0 && isBare(sentence, office))
                .filter(office -> known.stream().noneMatch(other -> isBeside(sentence, office, other)))
                .forEach(office -> holder(sentence, office)
                        .map(actor -> Anchored.at(sentence, office.from(), office.to(), actor))
                        .ifPresent(actor -> found.add(new Speaker(office.from() - 1, office.to(), true, actor))));
        return found;
    }

    /** Whether only an article stands before an office, and neither its owner nor a noun behind it. */
    private static boolean isBare(Sentence sentence, OfficeMention office) {
        List<Token> tokens = sentence.tokens();
        boolean open = office.to() >= tokens.size()
                || !COMPOUND.contains(tokens.get(office.to()).tag())
                        && !OWNER_LEADS.contains(tokens.get(office.to()).lower());
        Token before = tokens.get(office.from() - 1);
        return open && (THE.contains(before.lower()) || before.tag().equals("PRP$"));
    }

    private static boolean isBeside(Sentence sentence, OfficeMention office, Speaker other) {
        int from = Math.min(office.to(), other.to());
        int to = Math.max(office.from(), other.from());
        return from >= to
                || other.person()
                        && sentence.tokens().subList(from, to).stream()
                                .allMatch(token -> token.text().equals(","));
    }

    private Optional<Actor> holder(Sentence sentence, OfficeMention office) {
        Token before = sentence.tokens().get(office.from() - 1);
        if (before.tag().equals("PRP$")) {
            return ofOwner(sentence, office, before);
        }
        Actor named = antecedents.holder(sentence, office.from(), office.role());
        if (named != null) {
            return Optional.of(named);
        }
        String words = document.text(sentence.startOf(office.from()), sentence.endOf(office.to()));
        return isCapitalised(sentence, office)
                ? Optional.of(new Actor(words, words, office.role(), owner(office.role()), null, ActorKind.STATE))
                : Optional.empty();
    }

    /** "His adviser", "its ambassador": the unnamed holder for whoever the pronoun stands for. */
    private Optional<Actor> ofOwner(Sentence sentence, OfficeMention office, Token pronoun) {
        boolean person = PERSONAL.contains(pronoun.lower());
        Actor owner = person
                ? antecedents.owner(sentence, office.from(), PersonMention.class)
                : BODILY.contains(pronoun.lower())
                        ? antecedents.owner(sentence, office.from(), ActorMention.class)
                        : null;
        if (owner == null) {
            return Optional.empty();
        }
        String words = document.text(sentence.startOf(office.from() - 1), sentence.endOf(office.to()));
        boolean group = !person && owner.getKind() != ActorKind.STATE;
        return Optional.of(new Actor(
                owner.getName() + "'s " + office.role(),
                words,
                office.role(),
                group ? owner.getName() : null,
                owner.getCountry(),
                ActorKind.STATE));
    }

    private static boolean isCapitalised(Sentence sentence, OfficeMention office) {
        return sentence.tokens().subList(office.from(), office.to()).stream()
                .allMatch(token -> SMALL.contains(token.text())
                        || Character.isUpperCase(token.text().charAt(0)));
    }

    /** The United Nations, where an office is one of theirs and the text tells of them. */
    private @Nullable String owner(String role) {
        boolean theirs = OF_UNITED_NATIONS.contains(role)
                && document.sentences().stream()
                        .flatMap(sentence -> sentence.mentions(ActorMention.class))
                        .anyMatch(actor -> actor.kind() == ActorKind.IGO
                                && (actor.name().startsWith("UN ")
                                        || actor.name().equals(UNITED_NATIONS)));
        return theirs ? UNITED_NATIONS : null;
    }
}
