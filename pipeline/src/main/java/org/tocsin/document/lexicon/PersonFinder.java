package org.tocsin.document.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.NewsArticle;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.OfficeMention;
import org.tocsin.document.Mention.PersonMention;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.MentionFinder;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;

/**
 * Finds persons: public figures by name, others by a capitalised name next to an office or a verb of speech. A later surname alone
 * stands for the full name. The holder of an office without a name ("the Chadian president") is a person named by the office.
 */
final class PersonFinder implements MentionFinder {
    private static final Set<String> OFFICE_TAGS = Tags.like("DT|JJ|NN.*|POS|IN");
    private static final Set<String> SPEAKING = Tags.like("VBD|VBZ|VBP|VBN");
    private static final Set<String> BODY_LEADS = Set.of("of", "for", "in", "at", "to", "from");
    private static final Set<String> APPOSITION_MARKS = Set.of(",", "(", "--");
    private static final Set<String> APPOSITION_TAGS = Tags.like("DT|JJ|NN|NNP|NNPS|NNS|POS|VBN|PRP\\$|RB|IN|CC");

    private static final Set<String> SPEECH =
            KnowledgeTable.load(PersonFinder.class, "speech-words.tsv", "words").rows().stream()
                    .map(row -> row.required("words"))
                    .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> LEADING = Set.of("lead", "head", "chair", "run", "command");
    private static final int APPOSITION = 4;
    /** Words of the owner between an office and the comma in front of a name. */
    private static final int FAR = 8;
    /** How far the verb of a clause with "who" stands behind the name in front of it. */
    private static final int WHO = 2;

    private final PersonNames names = PersonNames.shared();

    @Override
    public List<List<Mention>> find(NewsArticle article, List<Sentence> sentences) {
        KnownPersons known = new KnownPersons();
        List<List<PersonMention>> full = new ArrayList<>(sentences.size());
        for (Sentence sentence : sentences) {
            List<PersonMention> found = fullNames(sentence);
            found.forEach(known::note);
            full.add(found);
        }
        List<List<Mention>> all = new ArrayList<>(sentences.size());
        for (int i = 0; i < sentences.size(); i++) {
            all.add(complete(sentences.get(i), full.get(i), known));
        }
        return all;
    }

    private List<PersonMention> fullNames(Sentence sentence) {
        List<PersonMention> found = new ArrayList<>();
        int at = 0;
        while (at < sentence.tokens().size()) {
            PersonMention person = personAt(sentence, at);
            if (person != null) {
                found.add(person);
            }
            at = person == null ? at + 1 : person.to();
        }
        return found;
    }

    private @Nullable PersonMention personAt(Sentence sentence, int at) {
        PhraseTrie.Match<PersonNames.Figure> figure = names.figure(sentence.tokens(), at);
        if (figure != null && !followedByName(sentence, at, figure.to())) {
            OfficeHolder office = office(sentence, at, figure.to());
            PersonNames.Figure known = figure.meaning();
            return figure(at, figure.to(), known, office);
        }
        int to = names.endOfName(sentence, at);
        if (to == at || PersonNames.isBody(sentence.tokens().get(to - 1)) || coveredByPlace(sentence, at, to)) {
            return null;
        }
        OfficeHolder office = office(sentence, at, to);
        boolean named = to - at >= 2 && (speaks(sentence, at, to) || isLabel(sentence, at, to));
        if (office == null && !named) {
            return null;
        }
        String name = PersonNames.nameOf(sentence.tokens(), at, to);
        PersonNames.Figure known = names.named(name);
        if (known != null) {
            return figure(at, to, known, office);
        }
        return office == null
                ? affiliated(sentence, at, to, name)
                : new PersonMention(at, to, name, office.role(), office.organization(), office.country());
    }

    /** A public figure with the office that the text states, unless it names another country's, which is somebody else's. */
    private static PersonMention figure(int from, int to, PersonNames.Figure known, @Nullable OfficeHolder office) {
        if (office == null || office.country() != null && !office.country().equals(known.country())) {
            return new PersonMention(from, to, known.name(), known.role(), known.organization(), known.country());
        }
        String body = office.organization() != null ? office.organization() : known.organization();
        return new PersonMention(from, to, known.name(), office.role(), body, known.country());
    }

    /** Whether a surname of a public figure is only the first word of another name: "Putin Street", "Assad Hassan". */
    private boolean followedByName(Sentence sentence, int from, int to) {
        return to - from == 1 && names.endOfName(sentence, from) > to;
    }

    private static boolean coveredByPlace(Sentence sentence, int from, int to) {
        return sentence.mentions(PlaceMention.class).anyMatch(place -> place.from() <= from && place.to() >= to);
    }

    private static boolean speaks(Sentence sentence, int from, int to) {
        List<Token> tokens = sentence.tokens();
        boolean behind = to < tokens.size() && isSpeech(tokens.get(verbBehind(sentence, to)));
        return behind || from > 0 && isSpeech(tokens.get(from - 1));
    }

    private static boolean opensWho(List<Token> tokens, int to) {
        return to + WHO + 1 < tokens.size()
                && tokens.get(to).text().equals(",")
                && tokens.get(to + 1).lower().equals("who");
    }

    /** The token behind a name, behind "of" and a body that follow the name, or behind a clause with "who". */
    private static int verbBehind(Sentence sentence, int to) {
        List<Token> tokens = sentence.tokens();
        if (opensWho(tokens, to)) {
            int comma = to + 2;
            while (comma < tokens.size() - 2 && !tokens.get(comma).text().equals(",")) {
                comma++;
            }
            return comma + 1;
        }
        int behind = sentence.mentions(ActorMention.class)
                .filter(actor ->
                        isOwner(sentence.tokens(), actor, sentence.tokens().size(), to))
                .mapToInt(ActorMention::to)
                .findFirst()
                .orElse(to);
        return Math.min(behind, sentence.tokens().size() - 1);
    }

    /** Whether a name stands before a colon at the beginning of a sentence, as speakers stand in the record of a talk. */
    private static boolean isLabel(Sentence sentence, int from, int to) {
        return from == 0
                && to < sentence.tokens().size()
                && sentence.tokens().get(to).text().equals(":");
    }

    /** A person without an office, with the body or state that its neighbours name: "Britain's X", "X of the Senate". */
    private static PersonMention affiliated(Sentence sentence, int from, int to, String name) {
        ActorMention owner = sentence.mentions(ActorMention.class)
                .filter(actor -> isOwner(sentence.tokens(), actor, from, to))
                .findFirst()
                .orElse(null);
        if (owner == null) {
            String led = led(sentence, to);
            return new PersonMention(from, to, name, led == null ? null : "head", led, null);
        }
        String body = OfficeHolder.isState(owner) ? null : owner.name();
        return new PersonMention(from, to, name, null, body, owner.country());
    }

    /** What a person leads by a clause behind the name, where no list knows it: "X, who heads the city council,". */
    private static @Nullable String led(Sentence sentence, int to) {
        List<Token> tokens = sentence.tokens();
        if (!opensWho(tokens, to) || !LEADING.contains(tokens.get(to + WHO).lemma())) {
            return null;
        }
        int from = to + WHO + 1;
        int end = from;
        while (end < tokens.size()
                && end - from < FAR
                && OFFICE_TAGS.contains(tokens.get(end).tag())) {
            end++;
        }
        String body = tokens.subList(from, end).stream()
                .filter(token -> !token.tag().equals("DT"))
                .map(Token::text)
                .collect(Collectors.joining(" "));
        return body.isEmpty() ? null : body;
    }

    private static boolean isOwner(List<Token> tokens, ActorMention actor, int from, int to) {
        boolean before = actor.to() == from && tokens.get(from - 1).tag().equals("POS")
                || actor.to() == from - 1 && tokens.get(from - 1).tag().equals("POS");
        boolean behind = actor.from() > to
                && actor.from() <= to + 2
                && tokens.get(to).lower().equals("of")
                && tokens.subList(to + 1, actor.from()).stream()
                        .allMatch(token -> token.tag().equals("DT"));
        boolean led = opensWho(tokens, to)
                && LEADING.contains(tokens.get(to + WHO).lemma())
                && actor.from() > to + WHO
                && actor.from() <= to + WHO + 2;
        return before || behind || led;
    }

    private static boolean isSpeech(Token token) {
        return SPEAKING.contains(token.tag()) && SPEECH.contains(token.lemma());
    }

    /** The office that stands right before the name or in apposition behind it; null where none does. */
    private @Nullable OfficeHolder office(Sentence sentence, int from, int to) {
        List<Token> tokens = sentence.tokens();
        int before = from;
        while (before > 0
                && (tokens.get(before - 1).text().equals(",") || PersonNames.isTitle(tokens.get(before - 1)))) {
            before--;
        }
        int end = before;
        Optional<OfficeMention> title = sentence.mentions(OfficeMention.class)
                .filter(office -> office.to() == end)
                .findFirst();
        if (title.isPresent()) {
            return OfficeHolder.of(sentence, title.get());
        }
        OfficeHolder behind = apposition(sentence, to);
        return behind != null || before == from ? behind : farTitle(sentence, before);
    }

    /** The office that is told with its owner before a comma and the name: "the governor of the region, X". */
    private static @Nullable OfficeHolder farTitle(Sentence sentence, int comma) {
        return sentence.mentions(OfficeMention.class)
                .filter(office -> office.to() < comma && comma - office.to() <= FAR)
                .filter(office ->
                        BODY_LEADS.contains(sentence.tokens().get(office.to()).lower()))
                .filter(office -> onlyDescribes(sentence.tokens(), office.to(), comma))
                .reduce((first, second) -> second)
                .map(office -> OfficeHolder.of(sentence, office))
                .orElse(null);
    }

    private @Nullable OfficeHolder apposition(Sentence sentence, int to) {
        List<Token> tokens = sentence.tokens();
        if (to >= tokens.size() || !APPOSITION_MARKS.contains(tokens.get(to).text())) {
            return null;
        }
        int reach = actorEnd(sentence, to + 1);
        return sentence.mentions(OfficeMention.class)
                .filter(office -> office.from() > to && office.from() <= reach + APPOSITION)
                .filter(office -> onlyDescribes(tokens, to + 1, office.from()))
                .filter(office -> names.endOfName(sentence, office.to()) == office.to())
                .min(Comparator.comparingInt(OfficeMention::from))
                .map(office -> OfficeHolder.of(sentence, office))
                .orElse(null);
    }

    private static int actorEnd(Sentence sentence, int from) {
        return sentence.mentions(ActorMention.class)
                .filter(actor -> actor.from() >= from && actor.from() <= from + 1)
                .mapToInt(ActorMention::to)
                .max()
                .orElse(from);
    }

    private static boolean onlyDescribes(List<Token> tokens, int from, int to) {
        return tokens.subList(from, to).stream().allMatch(token -> APPOSITION_TAGS.contains(token.tag()));
    }

    /** "General" in "Ukraine's General Staff": a word in the midst of a body's name is no office. */
    private static boolean isWithinBody(Sentence sentence, OfficeMention office) {
        return sentence.mentions(ActorMention.class)
                .anyMatch(body -> body.from() < office.from() && body.to() > office.to());
    }

    private List<Mention> complete(Sentence sentence, List<PersonMention> full, KnownPersons known) {
        List<Mention> all = new ArrayList<>();
        full.stream().map(known::complete).forEach(all::add);
        for (Token token : sentence.tokens()) {
            PersonMention person = covered(full, token.index()) ? null : known.bySurname(sentence, token);
            if (person != null) {
                all.add(person);
            }
        }
        sentence.mentions(OfficeMention.class)
                .filter(office -> noneNear(sentence, all, office) && !isWithinBody(sentence, office))
                .map(office -> known.holder(OfficeHolder.of(sentence, office)))
                .flatMap(Optional::stream)
                .filter(holder ->
                        all.stream().noneMatch(other -> other.from() < holder.to() && other.to() > holder.from()))
                .toList()
                .forEach(all::add);
        all.sort(Comparator.comparingInt(Mention::from));
        return all;
    }

    private static boolean covered(List<PersonMention> persons, int token) {
        return persons.stream().anyMatch(person -> person.from() <= token && token < person.to());
    }

    /** Whether an office behind a name is another state's: "with Lukashenko, the Russian leader said". */
    private static boolean isOfOtherState(Mention person, OfficeHolder office) {
        return person instanceof PersonMention named
                && named.country() != null
                && office.country() != null
                && !named.country().equals(office.country());
    }

    /** Whether no person is named by or beside an office. */
    private boolean noneNear(Sentence sentence, List<Mention> persons, OfficeMention office) {
        return persons.stream().noneMatch(person -> beside(sentence, person, office));
    }

    private boolean beside(Sentence sentence, Mention person, OfficeMention office) {
        if (person.from() >= office.to()) {
            return sentence.tokens().subList(office.to(), person.from()).stream()
                    .allMatch(token -> token.text().equals(",") || PersonNames.isTitle(token));
        }
        OfficeHolder behind = apposition(sentence, person.to());
        return behind != null
                && !isOfOtherState(person, behind)
                && behind.from() <= office.from()
                && office.to() <= behind.to();
    }
}
