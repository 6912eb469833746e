package org.tocsin.cli.evaluate.sequence;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.NewsArticle;
import org.tocsin.document.Annotator;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Mention.PersonMention;
import org.tocsin.document.Sentence;
import org.tocsin.event.EnglishNews;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.Bound;
import org.tocsin.schema.Stance;

/** Says of the speakers that the truth only names what lexicons and the report itself tell of them. Not thread-safe. */
final class Speakers {
    private static final int APPOSITION = 90;

    private final Annotator annotator = EnglishNews.annotator();
    private final Map<String, Actor> known = new TreeMap<>();

    /** A report, read for its speakers and figures. */
    Text read(NewsArticle report) {
        return new Text(report, annotator.annotate(report));
    }

    /** What a name alone tells. */
    private Actor byName(String name) {
        return known.computeIfAbsent(name, key -> {
            Document document = annotator.annotate(new NewsArticle(
                    "name", "", "Ten people were killed in the attack, " + key + " said.", null, null, null));
            return document.sentences().stream()
                    .flatMap(sentence -> sentence.mentions(ActorMention.class))
                    .filter(actor -> !actor.demonym() || key.split(" ", -1).length == 1)
                    .findFirst()
                    .map(actor -> new Actor(actor.name(), key, null, null, actor.country(), actor.kind()))
                    .orElseGet(() -> new Actor(key, key, null, null, null, ActorKind.OTHER));
        });
    }

    /** One report. */
    final class Text {
        private final NewsArticle report;
        private final Document document;

        private Text(NewsArticle report, Document document) {
            this.report = report;
            this.document = document;
        }

        /** Who acts; null where nobody is named. */
        @Nullable
        Actor actor(@Nullable String name) {
            return name == null ? null : byName(name);
        }

        /** Who speaks, as the only attribution; empty where nobody is named. */
        List<Attribution> attribution(@Nullable String name) {
            return name == null ? List.of() : List.of(new Attribution(speaker(name), "said", Stance.REPORTS));
        }

        /** How a figure is meant. */
        Bound bound(int number) {
            return document.sentences().stream()
                    .flatMap(sentence -> sentence.mentions(CountMention.class))
                    .filter(count -> count.best() != null && count.best() == number)
                    .map(CountMention::bound)
                    .filter(bound -> bound == Bound.AT_LEAST)
                    .findFirst()
                    .orElse(Bound.EXACT);
        }

        private Actor speaker(String name) {
            String family = name.substring(name.lastIndexOf(' ') + 1);
            for (Sentence sentence : document.sentences()) {
                for (PersonMention person :
                        sentence.mentions(PersonMention.class).toList()) {
                    if (person.role() != null && person.name().endsWith(family)) {
                        return new Actor(name, name, person.role(), office(name), person.country(), ActorKind.PERSON);
                    }
                }
            }
            Actor body = byName(name);
            if (body.getKind() != ActorKind.OTHER) {
                return body;
            }
            return new Actor(name, name, office(name), null, null, ActorKind.OTHER);
        }

        /** What stands beside a person's name in the report, where the office is told. */
        private @Nullable String office(String name) {
            if (name.equals(name.toLowerCase(Locale.ROOT))) {
                return null;
            }
            int at = report.text().indexOf(name);
            if (at < 0) {
                return null;
            }
            int from = Math.max(sentenceStart(at), at - APPOSITION);
            int to = Math.min(sentenceEnd(at + name.length()), at + name.length() + APPOSITION / 2);
            return report.text().substring(from, to);
        }

        private int sentenceEnd(int at) {
            int end = report.text().length();
            for (String mark : List.of(". ", "\n", ".\n")) {
                int found = report.text().indexOf(mark, at);
                end = found < 0 ? end : Math.min(end, found);
            }
            return end;
        }

        private int sentenceStart(int at) {
            return Math.max(
                    report.text().lastIndexOf(". ", at) + 1, report.text().lastIndexOf('\n', at) + 1);
        }
    }
}
