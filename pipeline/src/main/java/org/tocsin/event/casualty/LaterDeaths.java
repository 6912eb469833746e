package org.tocsin.event.casualty;

import java.util.List;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.Clauses;
import org.tocsin.event.CueTable.Cue;
import org.tocsin.schema.Outcome;

/** Tells deaths of people who were counted among the wounded before: "one of them died in hospital", "later succumbed". */
final class LaterDeaths {
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
        boolean later = sentence.tokens().subList(start, cue.from()).stream()
                .anyMatch(token -> token.lower().matches("later|subsequently|since|overnight|has|have|had"));
        boolean overnight = sentence.tokens().subList(cue.to(), Math.max(cue.to(), clauses.to(cue.from()))).stream()
                .anyMatch(token -> token.lower().matches("overnight|later"));
        return (later || overnight) && inCare(sentence, clauses, cue) || startsLater(sentence, cue);
    }

    /** "who has died at 91": the death of a person who grew old is no toll. */
    static boolean isNatural(Sentence sentence, Cue<OutcomeCue> cue, List<People.Group> run) {
        List<Token> tokens = sentence.tokens();
        return tokens.get(cue.from()).lemma().equals("die")
                && run.stream().noneMatch(People.Group::stated)
                && cue.to() + 1 < tokens.size()
                && tokens.get(cue.to()).lower().matches("at|aged")
                && tokens.get(cue.to() + 1).text().matches("[5-9]\\d|10\\d");
    }

    private static boolean startsLater(Sentence sentence, Cue<OutcomeCue> cue) {
        return cue.from() > 0 && sentence.tokens().get(cue.from() - 1).lower().matches("later|subsequently");
    }

    /** Whether the clause tells of wounds or a hospital behind the verb. */
    private static boolean inCare(Sentence sentence, Clauses clauses, Cue<OutcomeCue> cue) {
        return sentence.tokens().subList(cue.to(), Math.max(cue.to(), clauses.to(cue.from()))).stream()
                .map(Token::lower)
                .anyMatch(word -> word.matches("wounds|injuries|hospital|burns|clinic|care|surgery"));
    }

    /** "A constable who was injured succumbed": the wounded of the clause put in before the verb are its dead. */
    static TollFigure of(Sentence sentence, Cue<OutcomeCue> cue, TollFigure figure) {
        List<Token> tokens = sentence.tokens();
        boolean dies = cue.meaning().outcome() == Outcome.KILLED
                && tokens.get(cue.from()).lemma().matches("die|succumb");
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
                        .noneMatch(token -> token.lower().matches("and|;|but|while"));
        return dies && who ? figure.as(Outcome.KILLED).at(TollFigure.Time.DIED) : figure;
    }

    /** Whether some of those told before are told dead by a verb of their own: "three of them died on arrival". */
    static boolean among(Sentence sentence, Clauses clauses, List<Cue<OutcomeCue>> cues, People.Group group) {
        boolean ofThem = group.text().matches("(?is).+ of (them|whom|those|these|the (wounded|injured|hurt))\\b.*");
        return ofThem
                && cues.stream()
                        .filter(cue -> cue.meaning().outcome() == Outcome.KILLED && cue.from() >= group.to())
                        .filter(cue -> cue.meaning().frame() == OutcomeCue.Frame.INTRANSITIVE
                                || cue.meaning().frame() == OutcomeCue.Frame.STATE)
                        .anyMatch(
                                cue -> clauses.between(cue.from(), group.from()) == 0 && cue.from() - group.to() <= 4);
    }
}
