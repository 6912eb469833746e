package org.tocsin.event.statement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.Actors;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;

/**
 * Finds who issues a text that is itself a statement: whoever the heading names as its author ("Remarks by X"), the council whose
 * resolution it is, or those who open it with "We, the ministers of".
 */
final class Issuer {
    private static final Pattern PAPER = Pattern.compile(
            "(?i).*\\b(statement|remarks|address|speech|communiqu[eé]|declaration|resolution|message|letter|press"
                    + " release|news release|response to|press conference|transcript|readout|briefing)\\b.*");
    /** Words behind which a heading tells what the paper is about, and no longer who issues it. */
    private static final Set<String> TOPICS = KnowledgeTable.words(Issuer.class, "heading-topics.tsv");

    private static final int OPENING = 3;
    private static final int HEADING = 16;

    private Issuer() {}

    /** Who issues a document; null where nothing tells that it is a statement of anybody's. */
    static @Nullable Actor of(Document document) {
        return ofTitle(document)
                .or(() -> document.sentences().stream()
                        .limit(OPENING)
                        .flatMap(sentence -> ofOpening(document, sentence).stream())
                        .findFirst())
                .orElse(null);
    }

    private static Optional<Actor> ofTitle(Document document) {
        Sentence title = document.title();
        if (title == null || !PAPER.matcher(title.text()).matches()) {
            return Optional.empty();
        }
        return author(document, Headline.speakers(document, title), topic(title));
    }

    /** The token at which a heading comes to its topic: "Response to", "Statement on"; behind "on behalf of" still its author. */
    private static int topic(Sentence heading) {
        List<Token> tokens = heading.tokens();
        for (int i = 1; i < tokens.size(); i++) {
            boolean behalf = i + 1 < tokens.size() && tokens.get(i + 1).lower().equals("behalf");
            if (TOPICS.contains(tokens.get(i).lower()) && !behalf) {
                return i;
            }
        }
        return tokens.size();
    }

    private static Optional<Actor> ofOpening(Document document, Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        boolean we = tokens.size() > 1
                && tokens.get(0).lower().equals("we")
                && tokens.get(1).text().equals(",");
        boolean heading =
                tokens.size() <= HEADING && PAPER.matcher(sentence.text()).matches() && !endsLikeNews(tokens);
        Speakers speakers = Speakers.of(document, sentence);
        Optional<Actor> states = we ? states(document, sentence) : Optional.empty();
        if (states.isPresent()) {
            return states;
        }
        if (we || heading) {
            return author(document, speakers, topic(sentence));
        }
        return speakers.alone()
                .or(speakers::bracketed)
                .map(speaker -> speaker.actor().value());
    }

    /** The states whose ministers or leaders speak: "We, the foreign ministers of France, Germany and Italy". */
    private static Optional<Actor> states(Document document, Sentence sentence) {
        List<Actor> named = sentence.mentions(ActorMention.class)
                .filter(actor -> actor.kind() == ActorKind.STATE)
                .map(actor -> Actors.of(document, sentence, actor).value())
                .toList();
        return named.isEmpty() ? Optional.empty() : Optional.of(together(named));
    }

    private static boolean endsLikeNews(List<Token> tokens) {
        return tokens.get(tokens.size() - 1).text().equals(".")
                || tokens.stream().anyMatch(token -> token.tag().equals("VBD"));
    }

    /** The first named behind "by", "of" or "from", a person before a body; else the first named at all before the topic. */
    private static Optional<Actor> author(Document document, Speakers speakers, int topic) {
        Speakers named = speakers.before(topic);
        return named.behindPreposition()
                .or(named::firstPerson)
                .or(named::firstBody)
                .map(first -> together(speakers.listBeginningWith(first).stream()
                        .map(author -> author.actor().value())
                        .toList()))
                .or(() -> Headline.office(document, speakers.sentence(), topic));
    }

    private static Actor together(List<Actor> authors) {
        Actor first = authors.get(0);
        String all = authors.stream().map(Actor::getName).collect(Collectors.joining(" and "));
        return new Actor(
                first.getName(), all, first.getRole(), first.getOrganization(), first.getCountry(), first.getKind());
    }
}
