package org.tocsin.event.statement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tocsin.article.NewsArticle;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.OfficeMention;
import org.tocsin.document.Mention.PersonMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.event.Actors;
import org.tocsin.event.CueTable;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.StatementAct;

/** Who speaks in a headline: "Foreign Secretary condemns raid on Goma", "Qatar welcomes truce in Yemen". */
final class Headline {
    private static final Set<String> PRESENT = Tags.like("VB[ZP]|NNS");

    /** Sentences in which a release introduces its speaker. */
    private static final int OPENING = 4;

    private Headline() {}

    /** The persons and bodies of a heading that may speak, their offsets counted in the heading. */
    static Speakers speakers(Document document, Sentence heading) {
        NewsArticle article = document.article();
        NewsArticle words = new NewsArticle(
                article.id(), "", article.title(), article.publishedAt(), article.url(), article.source());
        return Speakers.of(new Document(words, null, List.of(heading)), heading);
    }

    /** The subject of the first act of speech that a document's headline tells; empty where it tells none. */
    static Optional<Actor> voice(Document document) {
        Sentence title = document.title();
        return title == null ? Optional.empty() : voice(document, speakers(document, title));
    }

    /** The subject of the first act of speech that a sentence tells in the present tense, as releases do: "France condemns". */
    static Optional<Actor> voice(Document document, Speakers speakers) {
        Sentence sentence = speakers.sentence();
        Optional<CueTable.Cue<StatementAct>> act = SpeechTables.verbs(sentence).stream()
                .filter(cue -> sentence.tokens().subList(cue.from(), cue.to()).stream()
                        .anyMatch(token -> PRESENT.contains(token.tag())))
                .findFirst();
        if (act.isEmpty()) {
            return Optional.empty();
        }
        int verb = act.get().from();
        return Optional.ofNullable(speakers.inFrontOf(verb))
                .filter(speaker -> speaker.from() <= 1)
                .map(speaker -> speaker.actor().value())
                .filter(actor -> actor.getKind() != ActorKind.MEDIA)
                .or(() -> office(document, sentence, SubjectGaps.before(sentence, verb)));
    }

    /** Whoever holds an office that a heading names without its owner before a token: "Foreign Secretary's remarks". */
    static Optional<Actor> office(Document document, Sentence heading, int end) {
        return heading.mentions(OfficeMention.class)
                .filter(office -> office.from() <= 1 && office.to() <= end)
                .findFirst()
                .map(office -> named(document, office)
                        .or(() -> introduced(document, office))
                        .orElseGet(() -> holder(document, heading, office)));
    }

    /** Whom the text names with that office. */
    private static Optional<Actor> named(Document document, OfficeMention office) {
        return document.sentences().stream()
                .flatMap(sentence -> sentence.mentions(PersonMention.class)
                        .filter(person -> Objects.equals(person.role(), office.role()))
                        .map(person -> Actors.of(document, sentence, person).value()))
                .findFirst();
    }

    /** Whom the first sentences introduce without an office by a verb with a colon: "Ann Lee said:". */
    private static Optional<Actor> introduced(Document document, OfficeMention office) {
        return document.sentences().stream()
                .limit(OPENING)
                .flatMap(sentence -> sentence.mentions(PersonMention.class)
                        .filter(person -> person.role() == null && isIntroduced(sentence, person))
                        .map(person -> Actors.of(document, sentence, person).value()))
                .findFirst()
                .map(person -> new Actor(
                        person.getName(),
                        person.getText(),
                        office.role(),
                        person.getOrganization(),
                        person.getCountry() != null ? person.getCountry() : Publisher.country(document.article()),
                        ActorKind.STATE));
    }

    private static boolean isIntroduced(Sentence sentence, PersonMention person) {
        return sentence.tokens().size() > person.to() + 1
                && sentence.tokens().get(person.to() + 1).text().equals(":");
    }

    private static Actor holder(Document document, Sentence heading, OfficeMention office) {
        int start = heading.tokens().get(office.from()).start() - heading.start();
        int end = heading.tokens().get(office.to() - 1).end() - heading.start();
        String words = heading.text().substring(start, end);
        String country = Publisher.country(document.article());
        return new Actor(words, words, office.role(), null, country, ActorKind.STATE);
    }
}
