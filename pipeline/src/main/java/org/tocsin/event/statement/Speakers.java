package org.tocsin.event.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.PersonMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.Actors;

/** Finds who may speak in a sentence, and which of them is the subject of a verb of speech. */
final class Speakers {
    private static final Set<String> CLOSING_MARKS = Set.of(",", ")", "--");
    private static final Set<String> TITLE_TAGS_OF = Tags.like("IN|DT|POS|NN.*|JJ|PRP\\$");
    private static final Set<String> CLAUSE_WORDS =
            Set.of("that", "as", "after", "before", "while", "because", "since", "if", "although", "though", "until");
    private static final Set<String> MARKS = Set.of(",", "(", ")", "--");
    private static final Set<String> NAME_TAGS = Tags.like("NN.*|JJ|DT|POS");
    private static final Set<String> GOVERNING = Tags.like("IN|TO|VB.*");
    private static final Set<String> OPENING_MARKS = Set.of(",", "(", "--");
    private static final Set<String> PHRASE_TAGS = Tags.like("NN.*|JJ|DT|IN|POS|CD|VBN");
    private static final Set<String> APPOSITION_TAGS = Tags.like("DT|JJ|NN|NNP|NNPS|POS|VBN|PRP\\$|IN");
    private static final Set<String> VERB_GROUP = Tags.like("RB|MD|VB[DZP]");
    private static final Set<String> RELATIVE = Set.of("which", "who");
    private static final Set<String> AND = Set.of("and", "&");
    private static final Set<String> AND_THE = Set.of("and", "&", ",", "the", "both", "then");
    private static final Set<String> BRACKETS = Set.of("[", "]", "-LSB-", "-RSB-");
    private static final Set<String> LEADS = Set.of("by", "of", "from");
    private static final Set<String> COMMA = Set.of(",", ":");
    private static final Set<String> BYLINE_TAGS = Tags.like("DT|NN.*|JJ|:|SYM|LS|CD|POS");

    private static final Set<String> PERSON_PRONOUNS = Set.of("he", "she");
    private static final Set<String> BODY_PRONOUNS = Set.of("it", "they");
    private static final Set<String> FIRST_PERSON = Set.of("i", "we");
    private static final int APPOSITION = 18;
    /** Words of an office that may stand in front of a name before a colon. */
    private static final int TITLE = 5;
    /** Words in front of a name in square brackets: "[Begin recording in progress] [Khalil]". */
    private static final int RECORDING = 8;

    private final Sentence sentence;
    private final List<Speaker> all;

    private Speakers(Sentence sentence, List<Speaker> all) {
        this.sentence = sentence;
        this.all = all;
    }

    /** The persons and bodies of a sentence that may speak. */
    static Speakers of(Document document, Sentence sentence) {
        List<Speaker> all = known(document, sentence);
        all.addAll(new Pairs(document).of(sentence));
        List<Speaker> voices = new Voices(document).of(sentence, all);
        all.removeIf(body -> !body.person() && voices.stream().anyMatch(voice -> overlap(body, voice)));
        voices.stream()
                .filter(voice -> all.stream().noneMatch(other -> overlap(voice, other)))
                .forEach(all::add);
        new OfficeVoices(document)
                .of(sentence, all).stream()
                        .filter(voice -> all.stream().noneMatch(other -> overlap(voice, other)))
                        .forEach(all::add);
        all.sort(Comparator.comparingInt(Speaker::from));
        return new Speakers(sentence, all);
    }

    private static List<Speaker> known(Document document, Sentence sentence) {
        List<Speaker> all = new ArrayList<>();
        for (Mention mention : sentence.mentions()) {
            if (mention instanceof PersonMention person) {
                all.add(new Speaker(person.from(), person.to(), true, Actors.of(document, sentence, person)));
            } else if (mention instanceof ActorMention body && (!body.demonym() || isPeople(sentence, body))) {
                all.add(new Speaker(body.from(), body.to(), false, Actors.of(document, sentence, body)));
            }
        }
        all.removeIf(body -> !body.person() && all.stream().anyMatch(other -> other.person() && overlap(body, other)));
        return all;
    }

    /** Whether a demonym stands for the people of a state as one side: "the Palestinians". */
    private static boolean isPeople(Sentence sentence, ActorMention demonym) {
        List<Token> tokens = sentence.tokens();
        Token last = tokens.get(demonym.to() - 1);
        return last.lower().endsWith("ns")
                && last.tag().endsWith("S")
                && (demonym.from() == 0
                        || tokens.get(demonym.from() - 1).lower().equals("the"));
    }

    private static boolean overlap(Speaker one, Speaker other) {
        return one.from() < other.to() && one.to() > other.from();
    }

    /** The subject in front of a verb group that begins at a token; null where it is none of those who may speak. */
    @Nullable
    Speaker inFrontOf(int verb) {
        List<Token> tokens = sentence.tokens();
        int end = SubjectGaps.before(sentence, verb);
        int to = end;
        Speaker adjacent =
                all.stream().filter(speaker -> speaker.to() == to).findFirst().orElse(null);
        if (adjacent != null) {
            return headOf(adjacent);
        }
        if (end > 0 && CLOSING_MARKS.contains(tokens.get(end - 1).text())) {
            return beforeApposition(end - 1);
        }
        return ofPhraseEndingAt(end);
    }

    /** The first of the names of one phrase: in "the office of President X said" still X, in "X of Y said" X. */
    private Speaker headOf(Speaker last) {
        int index = all.indexOf(last);
        if (index > 0 && isJoined(all.get(index - 1).to(), last.from())) {
            Speaker before = all.get(index - 1);
            return before.person() ? before : last;
        }
        return last;
    }

    private boolean isJoined(int from, int to) {
        return from <= to
                && sentence.tokens().subList(from, to).stream()
                        .allMatch(token -> token.text().equals(",")
                                || TITLE_TAGS_OF.contains(token.tag()) && !CLAUSE_WORDS.contains(token.lower()));
    }

    /** The speaker in front of an insertion that ends with this comma, a person before a body: "X, who leads Y, said". */
    private @Nullable Speaker beforeApposition(int comma) {
        Speaker body = null;
        for (int i = comma; i > 0 && comma - i <= APPOSITION && !isStop(i); i--) {
            int at = i;
            Speaker speaker = isInsertionMark(i)
                    ? all.stream().filter(other -> other.to() == at).findFirst().orElse(null)
                    : null;
            if (speaker == null || i == comma && !isInserted(speaker)) {
                continue;
            }
            if (speaker.person()) {
                return speaker;
            }
            body = speaker;
        }
        return body;
    }

    private boolean isStop(int token) {
        return sentence.tokens().get(token).text().equals(";");
    }

    private boolean isInsertionMark(int token) {
        return MARKS.contains(sentence.tokens().get(token).text());
    }

    /**
     * Whether a name is itself an insertion, as in "the minister, X, said". In "X, asked about it, said" it is none, nor in "X,
     * spokesman for Y, said", where it hangs on a preposition.
     */
    private boolean isInserted(Speaker speaker) {
        int before = speaker.from() - 1;
        while (before > 0 && NAME_TAGS.contains(sentence.tokens().get(before).tag())) {
            before--;
        }
        if (before >= 0 && GOVERNING.contains(sentence.tokens().get(before).tag())) {
            return false;
        }
        return sentence.tokens().subList(Math.max(0, speaker.from() - APPOSITION), speaker.from()).stream()
                .anyMatch(token -> OPENING_MARKS.contains(token.text()));
    }

    /** The speaker inside a noun phrase that ends here: "A spokesman for Oxfam in Juba said", "Chad's envoy to Niger said". */
    private @Nullable Speaker ofPhraseEndingAt(int end) {
        int from = end;
        while (from > 0
                && end - from < 10
                && PHRASE_TAGS.contains(sentence.tokens().get(from - 1).tag())) {
            from--;
        }
        int start = from;
        return all.stream()
                .filter(speaker -> speaker.from() >= start && speaker.to() <= end)
                .filter(speaker -> speaker.from() == start || !isAfterPreposition(speaker, start))
                .findFirst()
                .orElse(null);
    }

    private boolean isAfterPreposition(Speaker speaker, int start) {
        return sentence.tokens().subList(start, speaker.from()).stream()
                .anyMatch(token -> token.tag().equals("IN"));
    }

    /** The speaker right behind a verb: "said Governor X". */
    @Nullable
    Speaker behind(int to) {
        return all.stream()
                .filter(speaker -> speaker.from() >= to && speaker.from() - to <= 6)
                .filter(speaker -> sentence.tokens().subList(to, speaker.from()).stream()
                        .allMatch(token -> APPOSITION_TAGS.contains(token.tag()) || isBeforeName(token, to, speaker)))
                .min(Comparator.comparing((Speaker speaker) -> !speaker.person())
                        .thenComparingInt(Speaker::from))
                .orElse(null);
    }

    /** Whether a token stands between an office and the name behind it: "said one of its officials, X". */
    private static boolean isBeforeName(Token token, int from, Speaker speaker) {
        boolean comma = token.text().equals(",")
                && speaker.person()
                && token.index() == speaker.from() - 1
                && token.index() > from;
        return comma || token.tag().equals("CD") || token.tag().equals("NNS");
    }

    /** The speaker whom a clause with "which" or "who" describes, where the verb at a token is that clause's: "Kigali, which denies". */
    @Nullable
    Speaker ofRelativeClause(int verb) {
        List<Token> tokens = sentence.tokens();
        int pronoun = verb - 1;
        while (pronoun > 0 && VERB_GROUP.contains(tokens.get(pronoun).tag())) {
            pronoun--;
        }
        if (pronoun < 2 || !RELATIVE.contains(tokens.get(pronoun).lower())) {
            return null;
        }
        int end = tokens.get(pronoun - 1).text().equals(",") ? pronoun - 1 : pronoun;
        return all.stream().filter(speaker -> speaker.to() == end).findFirst().orElse(null);
    }

    /** The speakers of a list that ends with one: "Qatar, Jordan and Egypt"; only the one where it ends none. */
    List<Speaker> listEndingWith(Speaker last) {
        List<Speaker> list = new ArrayList<>(List.of(last));
        int index = all.indexOf(last);
        while (index > 0 && isListed(all.get(index - 1).to(), all.get(index).from(), list.size() == 1)) {
            index--;
            list.add(0, all.get(index));
        }
        boolean object = list.get(0).from() > 0
                && GOVERNING.contains(
                        sentence.tokens().get(list.get(0).from() - 1).tag());
        return object && list.size() > 1 ? List.of(last) : list;
    }

    /** The speakers of a list that begins with one, as behind "by" or a verb that stands before its subject. */
    List<Speaker> listBeginningWith(Speaker first) {
        List<Speaker> list = new ArrayList<>(List.of(first));
        for (int i = all.indexOf(first) + 1; i > 0 && i < all.size(); i++) {
            if (!isListed(all.get(i - 1).to(), all.get(i).from(), false)) {
                break;
            }
            list.add(all.get(i));
        }
        return list;
    }

    /** Whether only a comma or "and" stands between two speakers; the last two of a list need the "and". */
    private boolean isListed(int from, int to, boolean last) {
        List<Token> between = sentence.tokens().subList(from, Math.max(from, to));
        boolean and = between.stream().anyMatch(token -> AND.contains(token.lower()));
        boolean comma = between.stream().anyMatch(token -> token.text().equals(","));
        return (and || comma && !last) && between.stream().allMatch(token -> AND_THE.contains(token.lower()));
    }

    /** The agent of a passive: "was condemned by X". */
    @Nullable
    Speaker agent(int to) {
        List<Token> tokens = sentence.tokens();
        for (int i = to; i < Math.min(tokens.size(), to + 8); i++) {
            if (tokens.get(i).lower().equals("by")) {
                return behind(i + 1);
            }
        }
        return null;
    }

    /** Those of these speakers that are named before a token. */
    Speakers before(int token) {
        return new Speakers(
                sentence, all.stream().filter(speaker -> speaker.from() < token).toList());
    }

    /** The first person that the sentence names. */
    Optional<Speaker> firstPerson() {
        return all.stream().filter(Speaker::person).findFirst();
    }

    /** The first body that the sentence names. */
    Optional<Speaker> firstBody() {
        return all.stream().filter(speaker -> !speaker.person()).findFirst();
    }

    /** The first speaker behind "by", "of" or "from", a person before a body. */
    Optional<Speaker> behindPreposition() {
        return all.stream()
                .filter(speaker -> sentence.tokens().subList(0, speaker.from()).stream()
                        .anyMatch(token -> LEADS.contains(token.lower())))
                .min(Comparator.comparing((Speaker speaker) -> !speaker.person())
                        .thenComparingInt(Speaker::from));
    }

    /** The body that stands alone in a line, as the council does over its resolution: "The Security Council,". */
    Optional<Speaker> alone() {
        int last = sentence.tokens().size() - 1;
        boolean comma = COMMA.contains(sentence.tokens().get(last).text());
        return all.stream()
                .filter(speaker -> comma && speaker.to() == last && speaker.from() <= 1)
                .findFirst();
    }

    /** The speaker whose words end before a token; null where none do. */
    @Nullable
    Speaker endingAt(int token) {
        return all.stream().filter(speaker -> speaker.to() == token).findFirst().orElse(null);
    }

    /** The sentence whose speakers these are. */
    Sentence sentence() {
        return sentence;
    }

    /**
     * The subject that opens the part of the sentence before a conjunction, where a verb that is none of speech follows it: "X flew to
     * Juba and promised".
     */
    @Nullable
    Speaker subjectOfPart(int conjunction) {
        return new ClauseSubjects(sentence, all).of(conjunction);
    }

    /** Who stands before a colon at the beginning of the sentence, as in the record of a talk or a digest; null where nobody does. */
    @Nullable
    Speaker label() {
        return all.stream()
                .filter(speaker -> isBracketed(speaker) && speaker.from() <= RECORDING
                        || speaker.from() <= TITLE && isColon(speaker.to()) && isByline(speaker))
                .findFirst()
                .orElse(null);
    }

    /** Whether nothing but the words of an office stands before a name. */
    private boolean isByline(Speaker speaker) {
        return sentence.tokens().subList(0, speaker.from()).stream()
                .allMatch(token -> BYLINE_TAGS.contains(token.tag())
                        || !Character.isLetterOrDigit(token.text().charAt(0)));
    }

    /** The body named in square brackets, as a monitored broadcast names the author of a paper: "[Communique] [FMLN] [Text]". */
    Optional<Speaker> bracketed() {
        return all.stream()
                .filter(speaker -> !speaker.person() && isBracketed(speaker))
                .filter(speaker -> sentence.tokens()
                                .get(speaker.from() - 2 < 0 ? 0 : speaker.from() - 2)
                                .text()
                                .endsWith("]")
                        || BRACKETS.contains(sentence.tokens()
                                .get(Math.max(0, speaker.from() - 2))
                                .text()))
                .findFirst();
    }

    /** Whether a name stands in square brackets, as in the record of a broadcast: "[Khalil] We shall". */
    private boolean isBracketed(Speaker speaker) {
        List<Token> tokens = sentence.tokens();
        return speaker.from() > 0
                && speaker.to() + 1 < tokens.size()
                && BRACKETS.contains(tokens.get(speaker.from() - 1).text())
                && BRACKETS.contains(tokens.get(speaker.to()).text());
    }

    private boolean isColon(int token) {
        return token + 1 < sentence.tokens().size()
                && sentence.tokens().get(token).text().equals(":");
    }

    /** Whether the word before a verb group is the speaker's "I" or "we". */
    boolean isFirstPerson(int token) {
        return token >= 0 && FIRST_PERSON.contains(sentence.tokens().get(token).lower());
    }

    /** Whether the word before a verb group stands for the person that spoke last. */
    boolean isPersonPronoun(int token) {
        return token >= 0
                && PERSON_PRONOUNS.contains(sentence.tokens().get(token).lower());
    }

    /** Whether the word before a verb group stands for the body that spoke last. */
    boolean isBodyPronoun(int token) {
        return token >= 0 && BODY_PRONOUNS.contains(sentence.tokens().get(token).lower());
    }
}
