package org.tocsin.event.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Mention.PersonMention;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.CueTable;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;

/**
 * The places that a sentence names: those that the gazetteer knows, and proper names that stand where only a place can stand
 * ("advanced near Novosilka"). The villages that wars are fought over are often missing from every gazetteer; such a place has a
 * name and, where the text around it tells, a country, but no coordinates.
 */
final class Spots {
    private static final Pattern COMPOUND = Pattern.compile(".*-[a-z]{3,}");
    private static final Pattern TWO_LETTERS = Pattern.compile("[A-Z][a-z]");
    private static final Set<String> BEHIND_NAME = Tags.like("NN.*|CD|VBG");
    private static final Set<String> CHAIN = Set.of("in", ",");

    private static final int LONGEST_NAME = 4;
    private static final int CONTAINER_REACH = 5;
    private static final Set<String> PARTICLES = Set.of("da", "de", "do", "del", "la", "el", "al", "as", "ash", "es");
    private static final CueTable<Boolean> OTHER_NAMES =
            CueTable.of(KnowledgeTable.load(Spots.class, "other-names.tsv", "words"), row -> true);

    private final Document document;

    Spots(Document document) {
        this.document = document;
    }

    /** The place whose name begins at a token, listed or not; null where none does. */
    @Nullable
    Spot at(Sentence sentence, int token) {
        Spot listed = sentence.mentions(PlaceMention.class)
                .filter(place -> place.from() == token)
                .map(Spot::of)
                .filter(spot -> spot.surface() != PlaceMention.Surface.ADJECTIVE || !spot.isCountry())
                .findFirst()
                .orElse(null);
        return listed != null ? listed : unlisted(sentence, token);
    }

    /** The places named before a token, in order. */
    List<Spot> before(Sentence sentence, int token) {
        List<Spot> spots = new ArrayList<>();
        int at = 0;
        while (at < token) {
            Spot spot = at(sentence, at);
            if (spot != null) {
                spots.add(spot);
            }
            at = spot == null ? at + 1 : spot.to();
        }
        return spots.stream().filter(spot -> spot.to() <= token).toList();
    }

    private @Nullable Spot unlisted(Sentence sentence, int from) {
        if (!isName(sentence, from) && !isArticle(sentence, from) || from > 0 && belongsToNameBefore(sentence, from)) {
            return null;
        }
        int to = from + 1;
        while (to < sentence.tokens().size() && to - from < LONGEST_NAME && continues(sentence, to)) {
            to++;
        }
        boolean article = from > 0 && sentence.tokens().get(from - 1).lower().equals("the");
        boolean takeable = isTakeableSoon(sentence, to);
        if (article && !takeable
                || !endsPhrase(sentence, to)
                || isOther(sentence, from, to)
                || isPerson(sentence, from, to)) {
            return null;
        }
        String name = document.text(sentence.startOf(from), sentence.endOf(to));
        Place container = container(sentence, to);
        Place place = new Place(
                name,
                name,
                container == null ? null : container.getAdmin1(),
                container == null ? onlyCountry() : container.getCountry(),
                null,
                null,
                null,
                PlacePrecision.TOWN);
        return new Spot(from, to, place, PlaceMention.Surface.NAME, false);
    }

    private static boolean isName(Sentence sentence, int token) {
        Token word = sentence.tokens().get(token);
        String text = word.text();
        boolean capital = Character.isUpperCase(text.charAt(0)) && text.chars().anyMatch(Character::isLowerCase);
        return capital
                && word.tag().startsWith("NNP")
                && text.length() > 2
                && !COMPOUND.matcher(text).matches()
                && sentence.mentions().stream()
                        .filter(mention -> !(mention instanceof CountMention))
                        .noneMatch(mention -> covers(mention, token));
    }

    /** "El Plateado", "Um Rawaba": a short word that only with a name behind it begins one. */
    private static boolean isArticle(Sentence sentence, int token) {
        Token word = sentence.tokens().get(token);
        return TWO_LETTERS.matcher(word.text()).matches()
                && word.tag().startsWith("NNP")
                && token + 1 < sentence.tokens().size()
                && isName(sentence, token + 1)
                && sentence.mentions().stream().noneMatch(mention -> covers(mention, token));
    }

    private static boolean continues(Sentence sentence, int token) {
        boolean particle = PARTICLES.contains(sentence.tokens().get(token).lower());
        return particle ? token + 1 < sentence.tokens().size() && isName(sentence, token + 1) : isName(sentence, token);
    }

    /** "General Ivanov", "Mahamat Deby": a name or title stands right before, so that these words only end it. */
    private static boolean belongsToNameBefore(Sentence sentence, int from) {
        Token before = sentence.tokens().get(from - 1);
        boolean named = before.tag().startsWith("NNP")
                && Character.isUpperCase(before.text().charAt(0));
        return named
                && (isName(sentence, from - 1)
                        || isArticle(sentence, from - 1)
                        || before.text().endsWith(".")
                        || titles(sentence, from - 1));
    }

    private static boolean titles(Sentence sentence, int token) {
        return sentence.mentions(Mention.OfficeMention.class).anyMatch(office -> covers(office, token));
    }

    private static boolean covers(Mention mention, int token) {
        return mention.from() <= token && token < mention.to();
    }

    /** Whether no noun follows that the name would only describe ("a Leopard tank"); a thing that can be taken may. */
    private static boolean endsPhrase(Sentence sentence, int to) {
        if (to >= sentence.tokens().size()) {
            return true;
        }
        String tag = sentence.tokens().get(to).tag();
        return !BEHIND_NAME.contains(tag) || isTakeableSoon(sentence, to);
    }

    /** Whether a thing that can be taken follows, at most one noun behind: "township", "refugee camp". */
    private static boolean isTakeableSoon(Sentence sentence, int to) {
        List<Token> tokens = sentence.tokens();
        return to < tokens.size()
                && (Grounds.isTakeable(sentence, to)
                        || (tokens.get(to).tag().equals("NN")
                                && to + 1 < tokens.size()
                                && Grounds.isTakeable(sentence, to + 1)));
    }

    private static boolean isOther(Sentence sentence, int from, int to) {
        return OTHER_NAMES.find(sentence).stream().anyMatch(cue -> cue.from() < to && cue.to() > from - 1);
    }

    /** Whether the article names a person so. */
    private boolean isPerson(Sentence sentence, int from, int to) {
        String name = document.text(sentence.startOf(from), sentence.endOf(to));
        return document.sentences().stream()
                .flatMap(other -> other.mentions(PersonMention.class))
                .anyMatch(person -> person.name().contains(name));
    }

    /** The place that the text says holds the name: "Babanusa in West Kordofan", "Marte, Borno State". */
    private static @Nullable Place container(Sentence sentence, int to) {
        return sentence.mentions(PlaceMention.class)
                .filter(place -> place.from() > to && place.from() - to <= CONTAINER_REACH)
                .filter(place -> CHAIN.contains(sentence.tokens().get(to).lower()))
                .map(PlaceMention::place)
                .findFirst()
                .orElse(null);
    }

    /** The country of all places of the article; null where there are several or none. */
    private @Nullable String onlyCountry() {
        List<String> countries = new ArrayList<>();
        for (Sentence sentence : document.sentences()) {
            sentence.mentions(PlaceMention.class).map(PlaceMention::place).forEach(place -> {
                String country = place.getCountry();
                if (country != null && !countries.contains(country)) {
                    countries.add(country);
                }
            });
        }
        return countries.size() == 1 ? countries.get(0) : null;
    }
}
