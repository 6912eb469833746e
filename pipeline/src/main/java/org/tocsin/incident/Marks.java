package org.tocsin.incident;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.lexicon.Lexicons;
import org.tocsin.event.EventView;
import org.tocsin.schema.Actor;

/**
 * What the sentences of an account name besides its fields, for comparison with other accounts.
 *
 * @param words all capitalised words, folded
 * @param names folded names of quarters, buildings, people and the like, without those of its own place, actors and speakers
 * @param targets kinds of things that the target's own words name
 * @param things kinds of things that the best sentence of each event names
 * @param hours time of day; null where none is told
 * @param corrects whether the sentences speak of a correction
 */
record Marks(
        Set<String> words,
        Set<String> names,
        Set<String> targets,
        Set<String> things,
        DayParts.@Nullable Hours hours,
        boolean corrects) {
    private static final Pattern NAME =
            Pattern.compile("(?<![.!?\"\\p{L}'] )(?<!^)(?<![\\p{L}'-])\\p{Lu}[\\p{L}'-]{3,}");
    private static final Pattern CAPITALISED = Pattern.compile("(?<![\\p{L}'-])\\p{Lu}[\\p{L}'-]{2,}");
    private static final Set<String> COMMON = common();

    /** The marks of an account. */
    static Marks of(Account account) {
        Set<String> own = own(account);
        Set<String> words = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        Set<String> things = new TreeSet<>();
        boolean corrects = false;
        DayParts.Hours hours = account.first(
                view -> DayParts.in(view.date() == null ? null : view.date().getText()));
        for (String sentence : account.views()
                .flatMap(view -> view.evidence().stream())
                .distinct()
                .toList()) {
            words.addAll(words(sentence));
            collect(sentence, own, names);
            corrects |= WordTable.tellsCorrection(sentence);
        }
        account.views()
                .map(Marks::best)
                .filter(Objects::nonNull)
                .forEach(best -> things.addAll(WordTable.things(withoutActors(best, account))));
        if (hours == null) {
            hours = account.first(view -> told(account.window(), best(view)));
        }
        Set<String> targets = new TreeSet<>();
        if (account.target() != null) {
            targets.addAll(WordTable.things(account.target().getText()));
        }
        return new Marks(
                Set.copyOf(words), Set.copyOf(names), Set.copyOf(targets), Set.copyOf(things), hours, corrects);
    }

    /** A sentence without the names of who acts or speaks: "the police said" tells of no police post. */
    private static String withoutActors(String sentence, Account account) {
        String left = sentence;
        for (Actor actor : account.actors()) {
            for (String named : Stream.of(actor.getText(), actor.getName(), actor.getOrganization())
                    .filter(Objects::nonNull)
                    .filter(text -> !text.isBlank())
                    .toList()) {
                left = left.replace(named, " ");
            }
        }
        return left;
    }

    private static DayParts.@Nullable Hours told(Window window, @Nullable String sentence) {
        return window.firm() ? DayParts.on(window.to(), sentence) : DayParts.in(sentence);
    }

    private static @Nullable String best(EventView view) {
        List<String> evidence = view.evidence();
        return evidence.isEmpty() ? null : evidence.get(0);
    }

    private static void collect(String sentence, Set<String> own, Set<String> names) {
        Matcher found = NAME.matcher(sentence);
        while (found.find()) {
            String name = fold(found.group());
            if (!own.contains(name) && !COMMON.contains(name)) {
                names.add(name);
            }
        }
    }

    /** The folded capitalised words of a text. */
    static Set<String> words(String text) {
        Set<String> words = new TreeSet<>();
        Matcher found = CAPITALISED.matcher(text);
        while (found.find()) {
            words.add(fold(found.group()));
        }
        return words;
    }

    /** Whether a folded word says nothing about one event: of the calendar, a state, its people. */
    static boolean isCommon(String word) {
        return COMMON.contains(word);
    }

    private static String fold(String word) {
        String folded = PlaceMatch.fold(word);
        return folded.endsWith("s") && word.endsWith("'s") ? folded.substring(0, folded.length() - 1) : folded;
    }

    /** Words that all accounts of a place, an actor or a speaker share. */
    private static Set<String> own(Account account) {
        Set<String> own = new HashSet<>();
        account.views().forEach(view -> {
            if (view.place() != null) {
                add(own, view.place().getName());
                add(own, view.place().getText());
                add(own, view.place().getAdmin1());
            }
        });
        account.actors().forEach(actor -> {
            add(own, actor.getName());
            add(own, actor.getText());
            add(own, actor.getOrganization());
        });
        return own;
    }

    private static void add(Set<String> own, @Nullable String text) {
        if (text != null) {
            for (String word : text.split("[^\\p{L}'-]+", -1)) {
                own.add(fold(word));
            }
        }
    }

    /** Calendar words, states and their people, which say nothing about one event. */
    private static Set<String> common() {
        Set<String> common = new HashSet<>();
        for (KnowledgeTable.Row row :
                KnowledgeTable.load(Marks.class, "common-names.tsv", "word").rows()) {
            common.add(row.required("word").toLowerCase(Locale.ROOT));
        }
        KnowledgeTable states = KnowledgeTable.load(
                Lexicons.class, "states.tsv", "name", "variants", "adjectives", "people", "capitals");
        for (KnowledgeTable.Row row : states.rows()) {
            add(common, row.required("name"));
            for (String column : List.of("variants", "adjectives", "people", "capitals")) {
                row.several(column).forEach(word -> add(common, word));
            }
        }
        return Set.copyOf(common);
    }
}
