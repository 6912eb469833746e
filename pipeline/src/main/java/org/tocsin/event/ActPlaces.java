package org.tocsin.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;

/**
 * Chooses the place of an act among the places of its sentence, then of the sentences before it. A place that only stands for a
 * government ("Paris said"), describes somebody ("Moscow-backed") or is where something came from ("fired from Gaza") is never
 * chosen; no place is better than a wrong one.
 */
public final class ActPlaces {
    private static final Set<String> NOT_OF_ACT = KnowledgeTable.words(ActPlaces.class, "not-of-act-sites.tsv");

    private static final CueTable<Boolean> HAPPENING =
            CueTable.of(KnowledgeTable.load(ActPlaces.class, "happening-words.tsv", "words"), row -> true);
    private static final Set<String> TOWN_NOUNS = Set.of("city", "town", "village", "camp", "settlement", "hamlet");
    private static final Set<String> DIVISIONS = Set.of(
            "region", "province", "district", "governorate", "state", "county", "department", "oblast", "prefecture");

    private static final int MANY_TOWNS = 4;
    /** Sentences behind a coarse place that may still tell it more exactly. */
    private static final int SENTENCES_AHEAD = 3;
    /** Sentences of other paragraphs back to which the place told last still holds: many newspapers give each sentence its paragraph. */
    private static final int SENTENCES_BACK = 3;

    private final Document document;
    private final Map<Sentence, PlaceFit> fits = new IdentityHashMap<>();
    private @Nullable Boolean aboutOnePlace;
    private @Nullable Sections sections;

    /** Chooses among the places of this document. */
    public ActPlaces(Document document) {
        this.document = document;
    }

    /** The place of an act told by the token of a sentence, from this sentence alone; null where it names none. */
    public @Nullable Anchored<Place> inSentence(Sentence sentence, int token) {
        PlaceMention best = best(sentence, token, mention -> true);
        return best == null ? null : anchored(sentence, best);
    }

    private @Nullable PlaceMention best(Sentence sentence, int token, Predicate<PlaceMention> allowed) {
        List<PlaceMention> mentions =
                sentence.mentions(PlaceMention.class).filter(allowed).toList();
        if (mentions.isEmpty()) {
            return null;
        }
        PlaceFit fit = fits.computeIfAbsent(sentence, PlaceFit::new);
        List<PlaceMention> fitting = new ArrayList<>(mentions.stream()
                .filter(mention -> fit.cost(mention, token) < PlaceFit.UNFIT)
                .sorted(Comparator.comparingInt((PlaceMention mention) -> fit.cost(mention, token))
                        .thenComparingInt(PlaceMention::from))
                .toList());
        if (fitting.isEmpty()) {
            return null;
        }
        PlaceMention first = fitting.get(0);
        return isCoarse(first.place())
                ? fitting.stream()
                        .filter(other -> !isCoarse(other.place()) && other.surface() == PlaceMention.Surface.NAME)
                        .filter(other -> holds(first.place(), other.place()))
                        .findFirst()
                        .orElse(first)
                : first;
    }

    /** An open name within a town gives way to the town, which has a place on the map: "the Saltivka district of Kharkiv". */
    private Anchored<Place> anchored(Sentence sentence, PlaceMention mention) {
        Place within = mention.within();
        boolean told = sentence.mentions(PlaceMention.class)
                .filter(other -> within != null && other.place().getName().equals(within.getName()))
                .anyMatch(other -> isDivision(sentence, other));
        if (!told
                && mention.place().getLat() == null
                && within != null
                && within.getPrecision() == PlacePrecision.TOWN) {
            Optional<PlaceMention> town = sentence.mentions(PlaceMention.class)
                    .filter(other -> Objects.equals(other.place().getGeonamesId(), within.getGeonamesId()))
                    .filter(other -> other.place().getName().equals(within.getName()))
                    .findFirst();
            return town.map(found -> Anchored.at(sentence, found, found.place()))
                    .or(() -> mentioned(within))
                    .orElseGet(() -> Anchored.at(sentence, mention, mention.place()));
        }
        return Anchored.at(sentence, mention, mention.place());
    }

    /** "in Mali's Douentza region": whether a town's name is told as that of the division round it. */
    private static boolean isDivision(Sentence sentence, PlaceMention mention) {
        return mention.to() < sentence.tokens().size()
                && DIVISIONS.contains(sentence.tokens().get(mention.to()).lower());
    }

    /**
     * The place of an act told by the token of a sentence: the sentence's, where that is only a division or a country a more
     * exact one that the article gives for the same act; else that of the nearest sentence before it in its paragraph, else that
     * of the paragraph before; else the headline's, else that of the dateline; null where those name none.
     */
    public @Nullable Anchored<Place> of(Sentence sentence, int token) {
        Anchored<Place> here = hereOf(sentence);
        if (here != null) {
            return here;
        }
        PlaceMention best = best(sentence, token, ActPlaces::isNoDateline);
        if (best == null) {
            return before(sentence)
                    .or(this::ofHeadline)
                    .or(this::ofDateline)
                    .or(() -> insideCountry(sentence))
                    .orElse(null);
        }
        Anchored<Place> own = anchored(sentence, best);
        Place place = own.value();
        PlaceFit fit = fits.computeIfAbsent(sentence, PlaceFit::new);
        if (!isCoarse(place)) {
            return fit.isBearing(best) ? before(sentence).orElse(own) : own;
        }
        boolean country = place.getPrecision() == PlacePrecision.COUNTRY && !fit.isInside(best) && !fit.isAimed(best);
        boolean vague = country || best.surface() == PlaceMention.Surface.ADJECTIVE || fit.isOfOffice(best);
        return moreExact(sentence, place)
                .or(() -> vague ? before(sentence).filter(told -> isWithin(told.value(), place)) : Optional.empty())
                .orElse(own);
    }

    /** "QUETTA: ... a blast in a market here": the dateline, where its sentence tells a thing to be here; null elsewhere. */
    private @Nullable Anchored<Place> hereOf(Sentence sentence) {
        boolean here =
                sentence.index() == 0 && sentence.tokens().stream().anyMatch(token -> isHereOfAct(sentence, token));
        return !here
                ? null
                : sentence.mentions(PlaceMention.class)
                        .filter(mention -> !isNoDateline(mention))
                        .findFirst()
                        .map(mention -> anchored(sentence, mention))
                        .orElse(null);
    }

    /** "a market here", unlike "officials here" and "the hospital here", where the hurt are treated. */
    private static boolean isHereOfAct(Sentence sentence, Token here) {
        if (!here.lower().equals("here") || here.index() == 0) {
            return false;
        }
        Token noun = sentence.tokens().get(here.index() - 1);
        return (noun.tag().equals("NN") || noun.tag().equals("NNP")) && !NOT_OF_ACT.contains(noun.lemma());
    }

    private static boolean isWithin(Place inner, Place outer) {
        return sameCountry(inner, outer) && holds(outer, inner);
    }

    private static boolean isNoDateline(PlaceMention mention) {
        return mention.surface() != PlaceMention.Surface.DATELINE;
    }

    /** The place that the headline tells the act of, where the text names it as well. */
    private Optional<Anchored<Place>> ofHeadline() {
        Sentence title = document.title();
        PlaceMention told = title == null ? null : best(title, 0, mention -> !isCoarse(mention.place()));
        return told == null ? Optional.empty() : mentioned(told.place());
    }

    private Optional<Anchored<Place>> mentioned(Place place) {
        for (Sentence sentence : document.sentences()) {
            Optional<PlaceMention> same = sentence.mentions(PlaceMention.class)
                    .filter(mention -> mention.place().getName().equals(place.getName()))
                    .filter(mention -> Objects.equals(mention.place().getCountry(), place.getCountry()))
                    .findFirst();
            if (same.isPresent()) {
                return Optional.of(Anchored.at(sentence, same.get(), same.get().place()));
            }
        }
        return Optional.empty();
    }

    /** The place in which the article was written, unless it tells of places in other countries. */
    private Optional<Anchored<Place>> ofDateline() {
        if (document.sentences().isEmpty()) {
            return Optional.empty();
        }
        Sentence first = document.sentences().get(0);
        Optional<PlaceMention> dateline = first.mentions(PlaceMention.class)
                .filter(mention -> !isNoDateline(mention))
                .findFirst();
        return dateline.filter(mention -> document.sentences().stream()
                        .flatMap(sentence -> sentence.mentions(PlaceMention.class))
                        .filter(other -> other.place().getPrecision() != PlacePrecision.COUNTRY)
                        .allMatch(other -> sameCountry(other.place(), mention.place())))
                .map(mention -> anchored(first, mention));
    }

    /**
     * The place of a total told by the token of a sentence ("since January", "in all"): the sentence's own, even a country, else
     * the country that the article is about.
     */
    public @Nullable Anchored<Place> ofTotal(Sentence sentence, int token) {
        Anchored<Place> own = inSentence(sentence, token);
        if (own != null) {
            return own;
        }
        Optional<Anchored<Place>> named = insideCountry(sentence);
        return named.isPresent() || !isAboutOnePlace() ? named.orElseGet(this::leadingCountry) : of(sentence, token);
    }

    /** A country that the sentence names behind "in", whoever stands before it: "the UN mission in Afghanistan has recorded". */
    private Optional<Anchored<Place>> insideCountry(Sentence sentence) {
        PlaceFit fit = fits.computeIfAbsent(sentence, PlaceFit::new);
        return sentence.mentions(PlaceMention.class)
                .filter(mention -> mention.place().getPrecision() == PlacePrecision.COUNTRY)
                .filter(fit::isInside)
                .findFirst()
                .map(mention -> Anchored.at(sentence, mention, mention.place()))
                .or(() -> ofBody(sentence));
    }

    /** The country that the name of a body ends with: "the UN Human Rights Monitoring Mission in Ukraine". */
    private Optional<Anchored<Place>> ofBody(Sentence sentence) {
        return sentence.mentions(ActorMention.class)
                .filter(actor -> actor.to() - actor.from() > 2)
                .filter(actor -> sentence.tokens().get(actor.to() - 2).lower().equals("in"))
                .map(actor -> sentence.tokens().get(actor.to() - 1).text())
                .findFirst()
                .flatMap(this::countryNamed);
    }

    private Optional<Anchored<Place>> countryNamed(String name) {
        return document.sentences().stream()
                .flatMap(sentence -> sentence.mentions(PlaceMention.class)
                        .filter(mention -> mention.place().getPrecision() == PlacePrecision.COUNTRY)
                        .filter(mention -> mention.place().getName().equals(name))
                        .map(mention -> Anchored.at(sentence, mention, mention.place())))
                .findFirst();
    }

    /** The country that nearly all places of the article lie in, where the article names it; null where there is none. */
    public @Nullable Anchored<Place> leadingCountry() {
        Map<String, Long> counts = document.sentences().stream()
                .flatMap(sentence -> sentence.mentions(PlaceMention.class))
                .map(mention -> mention.place().getCountry())
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(country -> country, Collectors.counting()));
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() * 4 >= all * 3)
                .findFirst()
                .map(entry -> country(entry.getKey()))
                .orElse(null);
    }

    /** A country as the article first names it; null where it does not. */
    public @Nullable Anchored<Place> country(String code) {
        for (Sentence sentence : document.sentences()) {
            for (PlaceMention mention : sentence.mentions(PlaceMention.class).toList()) {
                boolean state = mention.place().getPrecision() == PlacePrecision.COUNTRY;
                if (state && code.equals(mention.place().getCountry())) {
                    return Anchored.at(sentence, mention, mention.place());
                }
            }
        }
        return null;
    }

    /** "The incident occurred near the village of X": the sentence behind a coarse place that tells where it was. */
    private Optional<Anchored<Place>> moreExact(Sentence sentence, Place coarse) {
        return toldBehind(sentence).filter(place -> !isCoarse(place.value()) && holds(coarse, place.value()));
    }

    /** The place of which the next few sentences say that what a sentence tells happened there; empty where none does. */
    public Optional<Anchored<Place>> toldBehind(Sentence sentence) {
        List<Sentence> sentences = document.sentences();
        int end = Math.min(sentences.size(), sentence.index() + 1 + SENTENCES_AHEAD);
        for (int i = sentence.index() + 1; i < end; i++) {
            Sentence later = sentences.get(i);
            List<CueTable.Cue<Boolean>> cues = HAPPENING.find(later);
            Anchored<Place> place =
                    cues.isEmpty() ? null : inSentence(later, cues.get(0).to() - 1);
            if (place != null) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    private Optional<Anchored<Place>> before(Sentence sentence) {
        boolean town = pointsToTown(sentence);
        List<Sentence> sentences = document.sentences();
        for (int i = sentence.index() - 1; i >= 0; i--) {
            Sentence earlier = sentences.get(i);
            if (earlier.paragraph() < sentence.paragraph() - 1 && !isAboutOnePlace()) {
                return Optional.empty();
            }
            PlaceMention exact = best(earlier, 0, ActPlaces::isExact);
            PlaceMention place = exact != null || town ? exact : best(earlier, 0, ActPlaces::isNoDateline);
            if (place != null && place.place().getPrecision() != PlacePrecision.COUNTRY) {
                return Optional.of(anchored(earlier, place));
            }
        }
        return Optional.empty();
    }

    private static boolean isExact(PlaceMention mention) {
        return mention.surface() == PlaceMention.Surface.NAME && !isCoarse(mention.place());
    }

    /** Whether the sentence takes up a town told before: "the city's airport". */
    private static boolean pointsToTown(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        for (int i = 1; i < tokens.size(); i++) {
            boolean definite = tokens.get(i - 1).lower().equals("the")
                    && TOWN_NOUNS.contains(tokens.get(i).lower());
            boolean named = i + 1 < tokens.size() && tokens.get(i + 1).lower().equals("of");
            if (definite && !named) {
                return true;
            }
        }
        return false;
    }

    /**
     * The town that the few sentences before tell last, in whatever paragraph of the same entry they stand: many newspapers give each
     * sentence a paragraph of its own. For acts of which {@link #of} knows no place; null where no town is told.
     */
    public @Nullable Anchored<Place> nearestTown(Sentence sentence) {
        if (sections == null) {
            sections = new Sections(document);
        }
        for (int i = sentence.index() - 1; i >= Math.max(0, sentence.index() - SENTENCES_BACK); i--) {
            Sentence earlier = document.sentences().get(i);
            PlaceMention town = sections.same(earlier, sentence) ? best(earlier, 0, ActPlaces::isExact) : null;
            if (town != null) {
                return anchored(earlier, town);
            }
        }
        return null;
    }

    private boolean isAboutOnePlace() {
        if (aboutOnePlace == null) {
            aboutOnePlace = namesFewTowns();
        }
        return aboutOnePlace;
    }

    /** Whether the article names so few towns that its sentences without a place still tell of the place told before. */
    private boolean namesFewTowns() {
        return document.sentences().stream()
                        .flatMap(sentence -> sentence.mentions(PlaceMention.class))
                        .filter(mention -> mention.place().getPrecision() == PlacePrecision.TOWN)
                        .map(mention -> mention.place().getName())
                        .distinct()
                        .limit(MANY_TOWNS)
                        .count()
                < MANY_TOWNS;
    }

    /** Whether a division or country holds a place, as far as both are known. */
    private static boolean holds(Place outer, Place inner) {
        boolean country = outer.getCountry() == null
                || inner.getCountry() == null
                || outer.getCountry().equals(inner.getCountry());
        boolean division = outer.getPrecision() != PlacePrecision.ADMIN1
                || inner.getAdmin1() == null
                || inner.getAdmin1().equals(outer.getName())
                || inner.getAdmin1().equals(outer.getAdmin1());
        return country && division;
    }

    private static boolean isCoarse(Place place) {
        return switch (place.getPrecision()) {
            case ADMIN1, COUNTRY, UNKNOWN -> true;
            case SITE, TOWN, AREA -> false;
        };
    }

    private static boolean sameCountry(Place one, Place other) {
        return one.getCountry() != null && one.getCountry().equals(other.getCountry());
    }
}
