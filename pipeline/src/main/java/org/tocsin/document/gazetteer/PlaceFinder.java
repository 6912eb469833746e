package org.tocsin.document.gazetteer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.NewsArticle;
import org.tocsin.document.Mention;
import org.tocsin.document.MentionFinder;
import org.tocsin.document.Sentence;
import org.tocsin.schema.Place;

/** Finds the places of an article. Names that stay ambiguous, small places whose country the article does not name, and unknown names that the text clearly uses as places come without coordinates, never with those of a namesake. */
public final class PlaceFinder implements MentionFinder {
    /** Weight of a demonym or actor of a country as evidence, against 1 for its name. */
    private static final double ACTOR_WEIGHT = 0.7;
    /** Weight of a large city as evidence for its country. */
    private static final double CITY_WEIGHT = 0.7;
    /** Characters of a headline that are read. */
    private static final int LONGEST_TITLE = 500;

    /** Countries whose forces mostly act in another one: their name speaks for its places as well. */
    private static final Map<String, String> GROUNDS = Map.of("IL", "PS");

    private final Gazetteer gazetteer;
    private final PlaceCues cues;
    private final NameSpotter spotter;
    private final Containers containers;
    private final PlaceResolver resolver;
    private final OpenNames openNames;
    private final CapitalPhrases capitals;

    /** A finder over the given gazetteer. */
    public PlaceFinder(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        cues = PlaceCues.load();
        spotter = new NameSpotter(gazetteer, cues);
        containers = new Containers(cues);
        resolver = new PlaceResolver(cues);
        openNames = new OpenNames(cues);
        capitals = new CapitalPhrases(gazetteer, new Surroundings(cues));
    }

    private static final class Shared {
        static final PlaceFinder FINDER = new PlaceFinder(Gazetteer.shared());
    }

    /** The finder over this program's gazetteer, for all threads; loaded on first use. */
    public static PlaceFinder shared() {
        return Shared.FINDER;
    }

    @Override
    public List<List<Mention>> find(NewsArticle article, List<Sentence> sentences) {
        Evidence evidence = new Evidence();
        readHeadline(article.title(), sentences, evidence);
        List<List<SpottedName>> bySentence = new ArrayList<>(sentences.size());
        List<SpottedName> all = new ArrayList<>();
        for (Sentence sentence : sentences) {
            List<SpottedName> names = capitals.join(sentence, spotter.spot(sentence));
            containers.link(sentence, names);
            names.forEach(name -> note(name, evidence));
            noteActors(sentence, evidence);
            bySentence.add(names);
            all.addAll(names);
        }
        resolver.resolve(all, evidence);
        return mentions(sentences, bySentence, evidence);
    }

    /** What the headline names supports the places of the text; the headline itself may be what is asked for. */
    private void readHeadline(String title, List<Sentence> sentences, Evidence evidence) {
        boolean asked = sentences.size() == 1 && title.contains(sentences.get(0).text());
        if (title.isEmpty() || asked) {
            return;
        }
        Sentence sentence = Headline.read(title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title);
        List<SpottedName> names = spotter.spot(sentence);
        containers.link(sentence, names);
        names.forEach(name -> {
            note(name, evidence);
            evidence.headline(name.key);
        });
    }

    private void note(SpottedName name, Evidence evidence) {
        GazetteerEntry country = name.country();
        if (country != null && country.country() != null && cues.stop(name.key) == null) {
            evidence.country(country.country(), name.sentence, name.paragraph, 1);
            return;
        }
        if (name.candidates.size() == 1 && (name.said != null || name.qualified() || isDivision(name))) {
            noteEntry(name.candidates.get(0).entry(), name, 1, evidence);
            return;
        }
        GazetteerEntry obvious = cues.stop(name.key) == null ? PlaceResolver.obvious(name) : null;
        if (obvious != null) {
            noteEntry(obvious, name, CITY_WEIGHT, evidence);
        } else if (isDivisionOfOneCountry(name)) {
            evidence.country(
                    Objects.requireNonNull(name.candidates.get(0).entry().country()),
                    name.sentence,
                    name.paragraph,
                    CITY_WEIGHT);
        }
    }

    /** Whether a name is that of a division, or of a town in it, of one country alone: "Sagaing". */
    private boolean isDivisionOfOneCountry(SpottedName name) {
        return cues.stop(name.key) == null
                && name.candidates.stream().anyMatch(PlaceFinder::isDivisionOrItsSeat)
                && name.candidates.stream()
                                .map(candidate ->
                                        String.valueOf(candidate.entry().country()))
                                .distinct()
                                .count()
                        == 1;
    }

    private static boolean isDivisionOrItsSeat(Candidate candidate) {
        GazetteerEntry entry = candidate.entry();
        String division = entry.admin1Name();
        boolean seat = entry.kind() == PlaceKind.TOWN && division != null && division.startsWith(entry.name() + " ");
        return candidate.use() == NameUse.MAIN && entry.country() != null && (entry.kind() == PlaceKind.ADMIN1 || seat);
    }

    private boolean isDivision(SpottedName name) {
        return cues.stop(name.key) == null
                && name.candidates.get(0).entry().kind().isDivision();
    }

    private static void noteEntry(GazetteerEntry entry, SpottedName name, double weight, Evidence evidence) {
        if (entry.country() != null) {
            evidence.country(entry.country(), name.sentence, name.paragraph, weight);
        }
        if (entry.admin1() >= 0) {
            evidence.division(entry.admin1(), name.sentence, name.paragraph, weight);
        }
    }

    private static void noteActors(Sentence sentence, Evidence evidence) {
        sentence.mentions(Mention.ActorMention.class).forEach(actor -> {
            if (actor.country() != null) {
                evidence.actor(actor.country(), sentence.index(), sentence.paragraph(), ACTOR_WEIGHT);
                String ground = GROUNDS.get(actor.country());
                if (ground != null) {
                    evidence.actor(ground, sentence.index(), sentence.paragraph(), ACTOR_WEIGHT);
                }
            }
        });
    }

    private List<List<Mention>> mentions(
            List<Sentence> sentences, List<List<SpottedName>> bySentence, Evidence evidence) {
        OpenPlaces open = new OpenPlaces(gazetteer, cues, evidence, sentences, bySentence);
        List<List<Mention>> mentions = new ArrayList<>(sentences.size());
        for (int i = 0; i < sentences.size(); i++) {
            int position = i;
            List<Mention> found = mentions(open.settled(i));
            openNames.spot(sentences.get(i), open.settled(i)).forEach(name -> found.add(open.mention(position, name)));
            mentions.add(found);
        }
        return mentions;
    }

    private static List<Mention> mentions(List<SpottedName> names) {
        List<Mention> mentions = new ArrayList<>(names.size());
        for (SpottedName name : names) {
            Place place = place(name);
            if (place != null) {
                Place within = name.container == null ? null : place(name.container);
                mentions.add(new Mention.PlaceMention(name.from, name.to, place, name.surface, name.relation, within));
            }
        }
        return mentions;
    }

    private static @Nullable Place place(SpottedName name) {
        return name.meaning == null ? null : name.meaning.toPlace(name.text);
    }
}
