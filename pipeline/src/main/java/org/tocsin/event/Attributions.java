package org.tocsin.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.OfficeMention;
import org.tocsin.document.Mention.PersonMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.Stance;

/** Finds who reports, claims, confirms or denies what a sentence tells: "X said", "said X", "according to X", "X put the toll at". */
public final class Attributions {
    private static final Set<String> MARKS = Set.of(",", "(", ")");

    private static final int REACH = 9;
    /** Most tokens of a clause put in between a speaker and the verb. */
    private static final int CLAUSE_REACH = 16;

    private static final Set<String> RELATIVE = Set.of("which", "who");

    private static final Set<String> BODIES = Set.of("it", "they");
    /** Tags of the words between a subject and its verb: "has also said". */
    private static final Set<String> BESIDE_VERB = Set.of("RB", "VBZ", "VBD", "VBP", "MD");

    private static final Set<String> AUXILIARIES = Set.of("have", "be", "do", "will");
    /** How many sentences before a pronoun may name whom it means. */
    private static final int LOOK_BACK = 2;

    private static final Set<String> PHRASE_TAGS =
            Set.of("DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP$", "POS", "VBN", "CC", "CD", "JJR", "JJS");

    private static final CueTable<Saying> SAYINGS = CueTable.of(
            KnowledgeTable.load(Attributions.class, "sayings.tsv", "words", "stance", "speaker"),
            row -> new Saying(
                    Optional.ofNullable(row.constant("stance", Stance.class))
                            .orElseThrow(() -> row.error("stance is empty")),
                    side(row)));
    private static final CueTable<ActorKind> SPEAKERS = CueTable.of(
            KnowledgeTable.load(Attributions.class, "speakers.tsv", "words", "kind"),
            row -> Optional.ofNullable(row.constant("kind", ActorKind.class))
                    .orElseThrow(() -> row.error("kind is empty")));

    private final Document document;
    private final Map<Sentence, List<Anchored<Attribution>>> found = new IdentityHashMap<>();

    /** Finds the speakers of this document's sentences. */
    public Attributions(Document document) {
        this.document = document;
    }

    private enum Side {
        AROUND,
        BEHIND,
        BEFORE
    }

    private record Saying(Stance stance, Side side) {}

    private static Side side(KnowledgeTable.Row row) {
        return Optional.ofNullable(row.constant("speaker", Side.class))
                .orElseThrow(() -> row.error("speaker is empty, not around, behind or before"));
    }

    /** Who says what the sentence tells, in the order of the words of saying. */
    public List<Anchored<Attribution>> of(Sentence sentence) {
        List<Anchored<Attribution>> read = found.get(sentence);
        if (read == null) {
            read = List.copyOf(read(sentence));
            found.put(sentence, read);
        }
        return read;
    }

    private List<Anchored<Attribution>> read(Sentence sentence) {
        List<Anchored<Attribution>> sayings = new ArrayList<>();
        Anchored<Actor> last = null;
        for (CueTable.Cue<Saying> cue : SAYINGS.find(sentence)) {
            boolean goesOn = cue.meaning().side() != Side.BEHIND
                    && (isJoined(sentence, cue.from()) || isParticiple(sentence, cue.from()));
            Anchored<Actor> subject = !goesOn ? null : last == null ? ofFirstVerb(sentence, cue.from()) : last;
            Anchored<Actor> speaker = subject != null ? subject : speaker(sentence, cue);
            if (speaker != null) {
                last = speaker;
                String verb = cue.meaning().side() == Side.BEHIND
                        ? null
                        : document.text(sentence.startOf(cue.from()), sentence.endOf(cue.to()));
                sayings.add(speaker.map(
                        actor -> new Attribution(actor, verb, cue.meaning().stance())));
            }
        }
        return sayings;
    }

    /** "claimed the attack and said": whether a verb of saying shares the subject of the one before. */
    private static boolean isJoined(Sentence sentence, int verb) {
        int at = verb - 1;
        while (at > 0 && sentence.tokens().get(at).tag().equals("RB")) {
            at--;
        }
        return at > 0 && sentence.tokens().get(at).tag().equals("CC");
    }

    /** "took responsibility, saying": whether a participle behind a comma shares the subject of the sentence. */
    private static boolean isParticiple(Sentence sentence, int verb) {
        return verb > 0
                && sentence.tokens().get(verb).tag().equals("VBG")
                && sentence.tokens().get(verb - 1).text().equals(",");
    }

    /** "JNIM released a video and claimed": who stands before the first verb of a sentence; null where nobody does. */
    private @Nullable Anchored<Actor> ofFirstVerb(Sentence sentence, int verb) {
        int first = 0;
        while (first < verb
                && !Tags.TENSED.contains(sentence.tokens().get(first).tag())) {
            first++;
        }
        return first == verb ? null : before(sentence, first);
    }

    private @Nullable Anchored<Actor> speaker(Sentence sentence, CueTable.Cue<Saying> cue) {
        if (cue.meaning().side() != Side.BEHIND && isOfPronoun(sentence, cue.from())) {
            return toldBefore(sentence);
        }
        Anchored<Actor> before = cue.meaning().side() == Side.BEHIND ? null : before(sentence, cue.from());
        return before != null || cue.meaning().side() == Side.BEFORE ? before : behind(sentence, cue.to());
    }

    /** Whether the subject of a word of saying is a pronoun that means a body or several people: "it said", "they have also put". */
    private static boolean isOfPronoun(Sentence sentence, int verb) {
        int at = verb - 1;
        while (at >= 0 && BESIDE_VERB.contains(sentence.tokens().get(at).tag())) {
            at--;
        }
        return at >= 0 && BODIES.contains(sentence.tokens().get(at).lower());
    }

    /** The last body that speaks in the sentences right before, within this paragraph and the one before. */
    private @Nullable Anchored<Actor> toldBefore(Sentence sentence) {
        for (int i = sentence.index() - 1; i >= Math.max(0, sentence.index() - LOOK_BACK); i--) {
            Sentence earlier = document.sentences().get(i);
            if (earlier.paragraph() < sentence.paragraph() - 1) {
                return null;
            }
            Optional<Anchored<Actor>> meant = of(earlier).stream()
                    .map(said -> said.map(Attribution::getSpeaker))
                    .filter(speaker -> isBody(speaker.value()))
                    .reduce((one, other) -> other);
            if (meant.isPresent()) {
                return meant.get();
            }
        }
        return null;
    }

    private static boolean isBody(Actor speaker) {
        return speaker.getKind() != ActorKind.PERSON && speaker.getOrganization() == null;
    }

    /** The speaker right before the word of saying: the last name of the phrase that ends there. */
    private @Nullable Anchored<Actor> before(Sentence sentence, int saying) {
        int verb = beforeRelative(sentence.tokens(), beforeAuxiliaries(sentence.tokens(), saying));
        int from = verb;
        int commas = 0;
        while (from > 0 && verb - from < REACH) {
            Token token = sentence.tokens().get(from - 1);
            commas += token.text().equals(",") ? 1 : 0;
            boolean phrase = PHRASE_TAGS.contains(token.tag())
                    || token.tag().equals("IN")
                    || token.tag().equals("RB")
                    || MARKS.contains(token.text());
            if (!phrase || commas > 2 || token.lower().equals("that")) {
                break;
            }
            from--;
        }
        int start = from;
        List<Named> names = named(sentence, start, verb).toList();
        return names.stream()
                .filter(named -> isExplained(sentence, named, verb))
                .findFirst()
                .or(() -> names.stream().max(Comparator.comparingInt(Named::from)))
                .map(named -> anchored(sentence, named))
                .orElse(null);
    }

    /** "JNIM, a group affiliated with al-Qaeda, claimed": whether a phrase between commas tells who somebody before the verb is. */
    private static boolean isExplained(Sentence sentence, Named named, int verb) {
        List<Token> tokens = sentence.tokens();
        return named.to() + 1 < verb - 1
                && tokens.get(named.to()).text().equals(",")
                && tokens.get(named.to() + 1).tag().equals("DT")
                && tokens.get(verb - 1).text().equals(",");
    }

    /** "The navy has since confirmed": where the verb group of a word of saying begins. */
    private static int beforeAuxiliaries(List<Token> tokens, int saying) {
        int first = saying;
        for (int i = saying - 1; i > 0 && BESIDE_VERB.contains(tokens.get(i).tag()); i--) {
            if (AUXILIARIES.contains(tokens.get(i).lemma())) {
                first = i;
            }
        }
        return first;
    }

    /** "Al Shabaab, which claimed responsibility, said": the comma before the clause put in; the verb itself where none is. */
    private static int beforeRelative(List<Token> tokens, int verb) {
        if (verb < 1 || !tokens.get(verb - 1).text().equals(",")) {
            return verb;
        }
        for (int i = verb - 2; i > Math.max(0, verb - CLAUSE_REACH); i--) {
            if (RELATIVE.contains(tokens.get(i).lower())
                    && tokens.get(i - 1).text().equals(",")) {
                return i - 1;
            }
        }
        return verb;
    }

    /** The speaker right behind the words of saying: the first name of the phrase that begins there. */
    private @Nullable Anchored<Actor> behind(Sentence sentence, int from) {
        int to = from;
        while (to < sentence.tokens().size() && to - from < REACH) {
            Token token = sentence.tokens().get(to);
            boolean phrase = PHRASE_TAGS.contains(token.tag())
                    || to > from && token.tag().equals("IN");
            if (!phrase) {
                break;
            }
            to++;
        }
        int end = to;
        Stream<Named> names = named(sentence, from, end);
        return names.min(Comparator.comparingInt((Named named) -> named.person() ? 0 : 1)
                        .thenComparingInt(Named::from))
                .map(named -> anchored(sentence, named))
                .orElse(null);
    }

    private record Named(int from, int to, boolean person, Actor actor) {}

    private Stream<Named> named(Sentence sentence, int from, int to) {
        Stream<Named> mentions = sentence.mentions().stream()
                .filter(mention -> mention.from() >= from && mention.to() <= to)
                .flatMap(mention -> named(sentence, mention).stream());
        Stream<Named> nouns = SPEAKERS.find(sentence).stream()
                .filter(cue -> cue.from() >= from && cue.to() <= to && !isPartOfBody(sentence, cue))
                .map(cue -> common(sentence, cue, from));
        List<Named> all = new ArrayList<>(Stream.concat(mentions, nouns).toList());
        properName(sentence, from, to)
                .filter(name -> all.stream().noneMatch(Named::person))
                .ifPresent(all::add);
        return all.stream().anyMatch(Named::person) ? all.stream().filter(Named::person) : all.stream();
    }

    /** A person whom no list knows: the last two or three capitalised words in a row that no mention covers, with the office before. */
    private Optional<Named> properName(Sentence sentence, int from, int to) {
        int end = to;
        while (end > from && !isProper(sentence, end - 1)) {
            end--;
        }
        int start = end;
        while (start > from && isProper(sentence, start - 1)) {
            start--;
        }
        if (end - start < 2 || end - start > 4) {
            return Optional.empty();
        }
        int first = start;
        int last = end;
        if (SPEAKERS.find(sentence).stream().anyMatch(cue -> cue.from() < last && cue.to() == last)) {
            return Optional.empty(); // "the Air Force", "the Coast Guard" are no persons
        }
        String words = document.text(sentence.startOf(start), sentence.endOf(end));
        OfficeMention office = sentence.mentions(OfficeMention.class)
                .filter(mention -> mention.to() == first)
                .findFirst()
                .orElse(null);
        String role = office == null ? null : office.role();
        return Optional.of(new Named(start, end, true, new Actor(words, words, role, null, null, ActorKind.PERSON)));
    }

    private static boolean isProper(Sentence sentence, int token) {
        return sentence.tokens().get(token).tag().equals("NNP")
                && Character.isUpperCase(sentence.tokens().get(token).text().charAt(0))
                && sentence.mentions().stream().noneMatch(mention -> mention.from() <= token && token < mention.to());
    }

    /** Whether a common noun is only the end of a body named in full: "air force" in "Ukraine's air force". */
    private static boolean isPartOfBody(Sentence sentence, CueTable.Cue<ActorKind> cue) {
        return sentence.mentions(ActorMention.class)
                .anyMatch(body -> !body.demonym() && body.from() <= cue.from() && cue.to() <= body.to());
    }

    private Optional<Named> named(Sentence sentence, Mention mention) {
        if (mention instanceof PersonMention person) {
            return Optional.of(new Named(
                    mention.from(),
                    mention.to(),
                    true,
                    Actors.of(document, sentence, person).value()));
        }
        if (mention instanceof ActorMention body && !body.demonym()) {
            return Optional.of(new Named(
                    mention.from(),
                    mention.to(),
                    false,
                    Actors.of(document, sentence, body).value()));
        }
        return Optional.empty();
    }

    /** A speaker told by a common noun, with the words before it: "local authorities", "Ukrainian police". */
    private Named common(Sentence sentence, CueTable.Cue<ActorKind> cue, int earliest) {
        int from = cue.from();
        while (from > earliest
                && Tags.NOMINAL.contains(sentence.tokens().get(from - 1).tag())) {
            from--;
        }
        int start = from;
        String words = document.text(sentence.startOf(from), sentence.endOf(cue.to()));
        String country = sentence.mentions(ActorMention.class)
                .filter(mention -> mention.from() >= start && mention.to() <= cue.to())
                .findFirst()
                .map(ActorMention::country)
                .orElse(null);
        return new Named(
                from,
                cue.to(),
                false,
                new Actor(
                        words,
                        words,
                        cue.to() - cue.from() == 1 ? noun(sentence, cue) : null,
                        null,
                        country,
                        cue.meaning()));
    }

    private static String noun(Sentence sentence, CueTable.Cue<ActorKind> cue) {
        return sentence.tokens().get(cue.from()).lower().toLowerCase(Locale.ROOT);
    }

    private static Anchored<Actor> anchored(Sentence sentence, Named named) {
        return Anchored.at(sentence, named.from(), named.to(), named.actor());
    }
}
