package org.tocsin.event.statement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Sentence;
import org.tocsin.event.Anchored;
import org.tocsin.event.EventExtractor;
import org.tocsin.event.EventHead;
import org.tocsin.event.EventIds;
import org.tocsin.event.OntologyCodes;
import org.tocsin.event.Spans;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Statement;
import org.tocsin.schema.StatementAct;

/** Finds public acts of speech: one statement for each speaker and act, however many sentences tell it. */
public final class StatementExtractor implements EventExtractor<Statement> {
    private static final int ASIDE = 1;

    /** The speaker, the act and, where one demands something of several apart, whom it goes to. */
    private record Key(String speaker, StatementAct act, String about) {}

    @Override
    public List<Statement> extract(Document document) {
        Map<Key, List<Reading>> byAct = new LinkedHashMap<>();
        PublicSpeech speech = new PublicSpeech(document);
        List<Reading> spoken =
                new SpeechReader(document).readAll().stream().filter(speech::is).toList();
        for (Reading reading : spoken) {
            if (!isAside(document, reading, spoken)) {
                Key key = key(reading, byAct);
                byAct.computeIfAbsent(key, first -> new ArrayList<>()).add(reading);
            }
        }
        EventIds ids = new EventIds(document.article().id(), "statement");
        return byAct.values().stream()
                .map(readings -> statement(document, readings, ids))
                .toList();
    }

    private static Key key(Reading reading, Map<Key, List<Reading>> known) {
        String speaker = reading.speaker().value().getName();
        StatementAct act = reading.act().value();
        String about = act == StatementAct.DEMAND ? addressee(reading) : "";
        return known.keySet().stream()
                .filter(key -> key.speaker().equals(speaker) && key.act() == act)
                .filter(key ->
                        about.isEmpty() || key.about().isEmpty() || key.about().equals(about))
                .findFirst()
                .orElseGet(() -> new Key(speaker, act, about));
    }

    /** The state, body or group that a demand names as the one asked; empty where it names none. */
    private static String addressee(Reading reading) {
        return reading.targets().stream()
                .filter(target -> target.start() >= reading.act().start()
                        && target.end() <= reading.sentence().end())
                .map(Anchored::value)
                .map(actor -> actor.getCountry() != null && actor.getKind() == ActorKind.STATE
                        ? actor.getCountry()
                        : actor.getName())
                .findFirst()
                .orElse("");
    }

    /** Whether a mere comment only goes along with what the same speaker does by words in the same paragraph. */
    private static boolean isAside(Document document, Reading reading, List<Reading> all) {
        if (reading.act().value() != StatementAct.COMMENT) {
            return SpeechTables.isCondolence(reading) && doesMore(reading, all);
        }
        return isIntroduction(reading, all)
                || !document.text(reading.act().start(), reading.act().end()).startsWith("warn")
                        && all.stream()
                                .filter(other -> other.act().value() != StatementAct.COMMENT)
                                .filter(other -> other.sentence().paragraph()
                                        == reading.sentence().paragraph())
                                .filter(other -> Math.abs(other.sentence().index()
                                                - reading.sentence().index())
                                        <= ASIDE)
                                .anyMatch(other -> other.speaker()
                                        .value()
                                        .getName()
                                        .equals(reading.speaker().value().getName()));
    }

    /** Whether somebody who condoles also does something else by words, which the condolence goes along with. */
    private static boolean doesMore(Reading condolence, List<Reading> all) {
        return all.stream()
                .filter(other -> other.act().value() != StatementAct.COMMENT && !SpeechTables.isCondolence(other))
                .anyMatch(other -> other.speaker()
                        .value()
                        .getName()
                        .equals(condolence.speaker().value().getName()));
    }

    /** Whether a sentence only leads to the words of its speaker that follow it: "The minister said:". */
    private static boolean isIntroduction(Reading reading, List<Reading> all) {
        return reading.sentence().text().strip().endsWith(":")
                && all.stream()
                        .anyMatch(other -> other.sentence().index()
                                        > reading.sentence().index()
                                && other.speaker()
                                        .value()
                                        .getName()
                                        .equals(reading.speaker().value().getName()));
    }

    private static Statement statement(Document document, List<Reading> readings, EventIds ids) {
        Reading first = readings.get(0);
        StatementAct act = first.act().value();
        Actor speaker = first.speaker().value();
        List<Anchored<Actor>> targets = targets(readings);
        Anchored<String> quote = first(readings, Part.QUOTE);
        Anchored<String> content = first(readings, Part.CONTENT);
        Spans spans = new Spans().add("quote", quote).add("content", content);
        readings.forEach(reading -> spans.add("speaker", reading.speaker()).add("act", reading.act()));
        targets.forEach(target -> spans.add("targets", target));
        EventHead head = new EventHead(
                document.article(),
                evidence(readings),
                spans,
                null,
                date(readings),
                List.of(),
                OntologyCodes.of("statement", act),
                PublicSpeech.confidence(first),
                first.rule());
        return head.fill(Statement.newBuilder()
                .setEventId(ids.next(act, speaker.getName()))
                .setArticleId(document.article().id())
                .setSpeaker(speaker)
                .setAct(act)
                .setTargets(targets.stream().map(Anchored::value).toList())
                .setQuote(quote == null ? null : quote.value())
                .setContent(content == null ? null : content.value())
                .build());
    }

    private enum Part {
        QUOTE {
            @Override
            @Nullable
            Anchored<String> of(Reading reading) {
                return reading.quote();
            }
        },
        CONTENT {
            @Override
            @Nullable
            Anchored<String> of(Reading reading) {
                return reading.content();
            }
        };

        abstract @Nullable Anchored<String> of(Reading reading);
    }

    private static @Nullable Anchored<String> first(List<Reading> readings, Part part) {
        for (Reading reading : readings) {
            Anchored<String> value = part.of(reading);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable Anchored<EventTime> date(List<Reading> readings) {
        return readings.stream()
                .map(Reading::date)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static List<Sentence> evidence(List<Reading> readings) {
        return readings.stream().map(Reading::sentence).toList();
    }

    private static List<Anchored<Actor>> targets(List<Reading> readings) {
        List<Anchored<Actor>> targets = new ArrayList<>();
        for (Reading reading : readings) {
            for (Anchored<Actor> target : reading.targets()) {
                if (targets.stream()
                        .noneMatch(known -> Objects.equals(
                                known.value().getName(), target.value().getName()))) {
                    targets.add(target);
                }
            }
        }
        return targets;
    }
}
