package org.tocsin.event.casualty;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.Clauses;
import org.tocsin.event.CueTable.Cue;
import org.tocsin.schema.Outcome;

/** Tells deaths of people who were counted among the wounded before: "one of them died in hospital", "later succumbed". */
final class LaterDeaths {
    private static final Set<String> SINCE =
            Set.of("later", "subsequently", "since", "overnight", "has", "have", "had");
    private static final Set<String> SOME = Set.of("last", "one", "some", "two", "three");
    private static final Set<String> BEHIND_DEATH = Set.of("overnight", "later");
    private static final Set<String> AGE_LEADS = Set.of("at", "aged");
    private static final Pattern OLD_AGE = Pattern.compile("[5-9]\\d|10\\d");
    private static final Set<String> LATER = Set.of("later", "subsequently");
    private static final Set<String> CARE =
            Set.of("wounds", "injuries", "hospital", "burns", "clinic", "care", "surgery");
    private static final Set<String> DYING = Set.of("die", "succumb");
    private static final Set<String> CLAUSE_JOINS = Set.of("and", ";", "but", "while");
    private static final Pattern OF_THEM =
            Pattern.compile("(?is).+ of (them|whom|those|these|the (wounded|injured|hurt))\\b.*");

    private static final Set<String> COUNTS =
            Set.of("count", "toll", "figure", "number", "tally", "total", "balance", "estimate");

    private static final Set<String> CHANGES =
            Set.of("raise", "rise", "revise", "update", "increase", "correct", "lift", "climb", "grow", "change", "go");

    private LaterDeaths() {}

    /** Whether the people of a word for death were wounded first. */
    static boolean tells(Sentence sentence, Clauses clauses, Cue<OutcomeCue> cue, List<People.Group> run) {
        String verb = sentence.tokens().get(cue.from()).lemma();
        if (verb.equals("succumb")) {
            return true;
        }
        if (!verb.equals("die")) {
            return false;
        }
        int start = Math.max(0, run.get(0).from() - 2);
        boolean later =
                sentence.tokens().subList(start, cue.from()).stream().anyMatch(token -> SINCE.contains(token.lower()));
        boolean overnight =
                behind(sentence, clauses, cue).stream().anyMatch(token -> BEHIND_DEATH.contains(token.lower()));
        return (later || overnight) && inCare(sentence, clauses, cue) || startsLater(sentence, cue);
    }

    /** "who has died at 91": the death of a person who grew old is no toll. */
    static boolean isNatural(Sentence sentence, Cue<OutcomeCue> cue, List<People.Group> run) {
        List<Token> tokens = sentence.tokens();
        return tokens.get(cue.from()).lemma().equals("die")
                && run.stream().noneMatch(People.Group::stated)
                && cue.to() + 1 < tokens.size()
                && AGE_LEADS.contains(tokens.get(cue.to()).lower())
                && OLD_AGE.matcher(tokens.get(cue.to() + 1).text()).matches();
    }

    private static boolean startsLater(Sentence sentence, Cue<OutcomeCue> cue) {
        return cue.from() > 0
                && LATER.contains(sentence.tokens().get(cue.from() - 1).lower());
    }

    /** The words behind the verb, up to what is put in about some of the dead: "died, the last of them in hospital". */
    private static List<Token> behind(Sentence sentence, Clauses clauses, Cue<OutcomeCue> cue) {
        List<Token> words = sentence.tokens().subList(cue.to(), Math.max(cue.to(), clauses.to(cue.from())));
        return words.stream().takeWhile(token -> !SOME.contains(token.lower())).toList();
    }

    /** Whether the clause tells of wounds or a hospital behind the verb. */
    private static boolean inCare(Sentence sentence, Clauses clauses, Cue<OutcomeCue> cue) {
        return behind(sentence, clauses, cue).stream().map(Token::lower).anyMatch(word -> CARE.contains(word));
    }

    /** "With the deaths of two of them": some of those told before, behind a noun for death. */
    static boolean isDeathOf(List<Cue<OutcomeCue>> cues, People.Group group) {
        return OF_THEM.matcher(group.text() + " ").matches()
                && cues.stream()
                        .anyMatch(cue -> cue.to() == group.from()
                                && cue.meaning().outcome() == Outcome.KILLED
                                && cue.meaning().frame() == OutcomeCue.Frame.OF);
    }

    /** "The council raised its count after two men died in hospital": deaths that the count told before holds already. */
    static boolean explains(Sentence sentence, Clauses clauses, int death) {
        List<Token> tokens = sentence.tokens();
        int from = clauses.from(death);
        return tokens.get(from).lower().equals("after")
                && tokens.subList(0, from).stream().anyMatch(token -> COUNTS.contains(token.lemma()))
                && tokens.subList(0, from).stream().anyMatch(token -> CHANGES.contains(token.lemma()))
                && sentence.mentions(CountMention.class).noneMatch(count -> count.to() <= from);
    }

    /** "One of two women hurt in the shelling has died": some of the wounded before the verb; null where none are told. */
    static People.@Nullable Group someOf(
            Sentence sentence, Cue<OutcomeCue> cue, List<People.Group> free, List<TollFigure> figures) {
        boolean dies = cue.meaning().outcome() == Outcome.KILLED
                && DYING.contains(sentence.tokens().get(cue.from()).lemma());
        return !dies
                ? null
                : free.stream()
                        .filter(group -> group.stated() && group.to() <= cue.from())
                        .filter(group -> figures.stream()
                                .filter(figure -> figure.outcome() == Outcome.INJURED && !figure.partOf())
                                .anyMatch(figure -> group.from() < figure.token() && group.to() > figure.token()))
                        .findFirst()
                        .orElse(null);
    }

    /** "A constable who was injured succumbed": the wounded of the clause put in before the verb are its dead. */
    static TollFigure of(Sentence sentence, Cue<OutcomeCue> cue, TollFigure figure) {
        List<Token> tokens = sentence.tokens();
        boolean dies = cue.meaning().outcome() == Outcome.KILLED
                && DYING.contains(tokens.get(cue.from()).lemma());
        boolean who = figure.outcome() == Outcome.INJURED
                && !figure.partOf()
                && figure.token() < cue.from()
                && !figure.groups().isEmpty()
                && figure.groups().get(0).to() <= cue.from()
                && tokens.subList(figure.groups().get(0).to(), cue.from()).stream()
                        .anyMatch(token -> token.lower().equals("who")
                                || token.lower().equals("injured")
                                || token.lower().equals("wounded"))
                && tokens.subList(figure.groups().get(0).to(), cue.from()).stream()
                        .noneMatch(token -> CLAUSE_JOINS.contains(token.lower()));
        return dies && who ? figure.as(Outcome.KILLED).at(TollFigure.Time.DIED) : figure;
    }

    /** Whether a reading brings the dead up to date because somebody died: "she was the sixth person to die". */
    static boolean tells(TollReading reading) {
        boolean newer = reading.figures().stream()
                .anyMatch(figure -> figure.outcome() == Outcome.KILLED
                        && (figure.time() == TollFigure.Time.LATER || figure.time() == TollFigure.Time.DIED));
        return newer && reading.sentence().tokens().stream().anyMatch(token -> DYING.contains(token.lemma()));
    }

    /** "one man died a day later, and 20 are injured": whether a death is told before the wounded, who are those left. */
    static boolean isBefore(Sentence sentence, TollFigure died, TollFigure hurt) {
        return died.token() < hurt.token()
                && sentence.tokens().subList(died.token(), hurt.token()).stream()
                        .anyMatch(token -> DYING.contains(token.lemma()));
    }

    /** "25 people, 14 of them soldiers, died": whether some are only named between commas, and the verb tells of the whole. */
    private static boolean isPutIn(Sentence sentence, People.Group group, int verb) {
        List<Token> tokens = sentence.tokens();
        return group.from() > 0
                && tokens.get(group.from() - 1).text().equals(",")
                && tokens.subList(group.to(), verb).stream()
                        .anyMatch(token -> token.text().equals(","));
    }

    /** Whether some of those told before are told dead by a verb of their own: "three of them died on arrival". */
    static boolean among(Sentence sentence, Clauses clauses, List<Cue<OutcomeCue>> cues, People.Group group) {
        boolean ofThem = OF_THEM.matcher(group.text()).matches();
        return ofThem
                && cues.stream()
                        .filter(cue -> cue.meaning().outcome() == Outcome.KILLED && cue.from() >= group.to())
                        .filter(cue -> cue.meaning().frame() == OutcomeCue.Frame.INTRANSITIVE
                                || cue.meaning().frame() == OutcomeCue.Frame.STATE)
                        .anyMatch(cue -> clauses.between(cue.from(), group.from()) == 0
                                && cue.from() - group.to() <= 4
                                && !isPutIn(sentence, group, cue.from()));
    }
}
