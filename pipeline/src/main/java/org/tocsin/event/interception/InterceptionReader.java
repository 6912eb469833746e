package org.tocsin.event.interception;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.ActDates;
import org.tocsin.event.ActPlaces;
import org.tocsin.event.ActStatus;
import org.tocsin.event.Anchored;
import org.tocsin.event.Attributions;
import org.tocsin.event.Clauses;
import org.tocsin.event.CueTable;
import org.tocsin.event.PartyClaims;
import org.tocsin.schema.Actor;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.InterceptedKind;
import org.tocsin.schema.Place;

/** Reads the mentions of interceptions in the sentences of a document. */
final class InterceptionReader {
    private static final Set<String> ANY = Set.of("any", "every", "all");

    private static final int ALL_REACH = 4;

    private static final CueTable<Boolean> NOT_WAR = CueTable.of(
            KnowledgeTable.load(InterceptionReader.class, "interception-exclusions.tsv", "words"), row -> true);

    private final Document document;
    private final ActPlaces places;
    private final ActDates dates;
    private final Attributions attributions;
    private final Tallies tallies;
    private final Launches launches;
    private final Defenders defenders;

    InterceptionReader(Document document) {
        this.document = document;
        this.places = new ActPlaces(document);
        this.dates = new ActDates(document);
        this.attributions = new Attributions(document);
        this.tallies = new Tallies(document);
        this.launches = new Launches(document);
        this.defenders = new Defenders(document);
    }

    /** The mentions in the order of the text. */
    List<InterceptionReading> read() {
        List<InterceptionReading> readings = new ArrayList<>();
        for (Sentence sentence : document.sentences()) {
            List<CueTable.Cue<InterceptionTrigger>> cues = InterceptionTrigger.TABLE.find(sentence);
            if (!cues.isEmpty() && NOT_WAR.find(sentence).isEmpty()) {
                Clauses clauses = Clauses.of(sentence);
                int before = readings.size();
                for (CueTable.Cue<InterceptionTrigger> cue : cues) {
                    List<InterceptionReading> told = List.copyOf(readings.subList(before, readings.size()));
                    readings(sentence, clauses, cue).stream()
                            .filter(reading -> told.stream().noneMatch(reading::isPartOf))
                            .forEach(readings::add);
                }
            }
        }
        return readings;
    }

    private List<InterceptionReading> readings(
            Sentence sentence, Clauses clauses, CueTable.Cue<InterceptionTrigger> cue) {
        List<Tally> told = tallies.of(sentence, clauses, cue).stream()
                .filter(tally -> enough(sentence, cue.meaning(), tally) && !isNone(tally))
                .toList();
        Anchored<EventStatus> status = told.isEmpty() ? null : ActStatus.of(document, sentence, cue.from(), cue.to());
        boolean open = status != null && status.value() != EventStatus.OCCURRED && isAny(sentence, told.get(0));
        if (status == null || status.value() == EventStatus.HYPOTHETICAL || open) {
            return List.of();
        }
        Anchored<Place> place = places.of(sentence, cue.from());
        Anchored<EventTime> date = dates.of(sentence, cue.from());
        List<Anchored<Attribution>> said = attributions.of(sentence);
        boolean active = told.get(0).what().start() >= sentence.endOf(cue.to());
        Anchored<Actor> by =
                defenders.of(sentence, clauses, cue, active, told.get(0).what(), said, place);
        Anchored<String> trigger = Anchored.at(sentence, cue.from(), cue.to(), words(sentence, cue));
        Anchored<EventStatus> judged = PartyClaims.judge(status, trigger, by == null ? null : by.value(), said);
        return told.stream()
                .map(tally -> new InterceptionReading(
                        sentence, trigger, launched(sentence, tally), by, place, date, judged, said))
                .toList();
    }

    /** "Any drone will be shot down" threatens nothing that flies now. */
    private static boolean isAny(Sentence sentence, Tally tally) {
        return sentence.tokens().stream()
                .filter(token ->
                        token.end() <= tally.what().start() && tally.what().start() - token.end() < 25)
                .anyMatch(token -> ANY.contains(token.lower()));
    }

    private Tally launched(Sentence sentence, Tally tally) {
        Tally known = tally.launched() != null
                ? tally
                : tally.withLaunched(launches.before(sentence, tally.what().value(), tally.count()));
        return known.count() == null && known.launched() != null && isAll(sentence, known)
                ? new Tally(known.what(), known.launched(), known.launched())
                : known;
    }

    /** "all the missiles were shot down": whether as many were brought down as were launched. */
    private static boolean isAll(Sentence sentence, Tally tally) {
        List<Token> before = sentence.tokens().stream()
                .filter(token -> token.end() <= tally.what().start())
                .toList();
        for (int i = before.size() - 1; i >= 0 && before.size() - i <= ALL_REACH; i--) {
            if (before.get(i).lower().equals("all")) {
                return i == 0 || !before.get(i - 1).tag().startsWith("RB");
            }
        }
        return false;
    }

    /** "None of the ten was intercepted". */
    private static boolean isNone(Tally tally) {
        return tally.count() != null
                && Integer.valueOf(0).equals(tally.count().value().getBest());
    }

    /** Whether the sentence shows enough to take the words for air defence at work. */
    private boolean enough(Sentence sentence, InterceptionTrigger trigger, Tally tally) {
        return switch (trigger.evidence()) {
            case NONE -> true;
            case UNMANNED -> tally.what().value() != InterceptedKind.AIRCRAFT || Defenders.acts(sentence);
            case DEFENCE -> Defenders.isTold(sentence) || isTakenUp(sentence, tally);
        };
    }

    /** "Of the former it stopped 75": whether the figure takes up things of the sentence before, which tells of air defence. */
    private boolean isTakenUp(Sentence sentence, Tally tally) {
        return sentence.index() > 0
                && tally.what().end() <= sentence.start()
                && Defenders.isTold(document.sentences().get(sentence.index() - 1));
    }

    private static String words(Sentence sentence, CueTable.Cue<InterceptionTrigger> cue) {
        return String.join(
                " ",
                sentence.tokens().subList(cue.from(), cue.to()).stream()
                        .map(Token::lemma)
                        .toList());
    }
}
