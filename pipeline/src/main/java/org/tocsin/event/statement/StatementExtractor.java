package org.tocsin.event.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.PersonMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.Actors;
import org.tocsin.event.Anchored;
import org.tocsin.event.EventExtractor;
import org.tocsin.event.EventHead;
import org.tocsin.event.EventIds;
import org.tocsin.event.OntologyCodes;
import org.tocsin.event.Spans;
import org.tocsin.schema.Actor;
import org.tocsin.schema.Statement;
import org.tocsin.schema.StatementAct;

/** Finds public acts of speech: a verb of speech with a person or body before it. */
public final class StatementExtractor implements EventExtractor<Statement> {
    private static final Map<String, StatementAct> VERBS = Map.of(
            "accuse", StatementAct.ACCUSE,
            "condemn", StatementAct.CONDEMN,
            "reject", StatementAct.REJECT,
            "deny", StatementAct.DENY,
            "demand", StatementAct.DEMAND,
            "threaten", StatementAct.THREATEN,
            "propose", StatementAct.PROPOSE,
            "promise", StatementAct.PROMISE,
            "announce", StatementAct.ANNOUNCE,
            "confirm", StatementAct.ANNOUNCE);

    @Override
    public List<Statement> extract(Document document) {
        EventIds ids = new EventIds(document.article().id(), "statement");
        List<Statement> events = new ArrayList<>();
        for (Sentence sentence : document.sentences()) {
            for (Token token : sentence.tokens()) {
                StatementAct act = token.tag().startsWith("VB") ? VERBS.get(token.lemma()) : null;
                Anchored<Actor> speaker = act == null ? null : speaker(document, sentence, token.index());
                if (act != null && speaker != null) {
                    Spans spans = new Spans()
                            .add("act", Anchored.at(sentence, token.index(), token.index() + 1, act))
                            .add("speaker", speaker);
                    EventHead head = new EventHead(
                            document.article(),
                            List.of(sentence.text()),
                            spans,
                            null,
                            null,
                            List.of(),
                            OntologyCodes.of("statement", act),
                            0.5,
                            "speech-verb");
                    events.add(head.fill(Statement.newBuilder()
                            .setEventId(ids.next(act, speaker.value().getName()))
                            .setArticleId(document.article().id())
                            .setSpeaker(speaker.value())
                            .setAct(act)
                            .build()));
                }
            }
        }
        return events;
    }

    private static @Nullable Anchored<Actor> speaker(Document document, Sentence sentence, int before) {
        Anchored<Actor> person = sentence.mentions(PersonMention.class)
                .filter(mention -> mention.to() <= before)
                .reduce((first, second) -> second)
                .map(mention -> Actors.of(document, sentence, mention))
                .orElse(null);
        return person != null
                ? person
                : sentence.mentions(ActorMention.class)
                        .filter(mention -> mention.to() <= before)
                        .reduce((first, second) -> second)
                        .map(mention -> Actors.of(document, sentence, mention))
                        .orElse(null);
    }
}
