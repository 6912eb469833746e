package org.tocsin.document.gazetteer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tocsin.document.KnowledgeTable;

/**
 * Spellings of one name by different rules of transcription (spellings.tsv): "Nabatieh" and "Nabatiyah", "Petropavlivka" and
 * "Petropavlovka". A spelling proposes, it proves nothing: whoever uses it must know the country and find one place only.
 */
public final class Spellings {
    /** Rules applied one upon the other. */
    private static final int MOST_CHANGES = 2;
    /** Spellings made of one name. */
    private static final int MOST_SPELLINGS = 160;
    /** Answers that are kept. */
    private static final int MOST_ANSWERS = 4_096;
    /** Letters of the shortest name that is spelled otherwise. */
    private static final int SHORTEST_NAME = 5;

    private static final List<Rule> RULES =
            KnowledgeTable.load(Spellings.class, "spellings.tsv", "at", "spellings").rows().stream()
                    .map(row -> new Rule(
                            Optional.ofNullable(row.constant("at", At.class))
                                    .orElseThrow(() -> row.error("at is empty")),
                            List.of(row.required("spellings").split("\\|", -1))))
                    .toList();

    /** Letters that no rule touches in the last word of a name, so that all its spellings have the same ones in the same order. */
    private static final Set<Character> KEPT = kept();

    /** The latest answers, since one place is compared with the same others in each report on it. */
    private static final Map<Pair, Boolean> ANSWERS = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, Boolean> eldest) {
            return size() > MOST_ANSWERS;
        }
    });

    private Spellings() {}

    private record Pair(String one, String other) {}

    private enum At {
        START,
        END,
        ANY
    }

    private record Rule(At at, List<String> spellings) {
        /** The key with one of the spellings in place of another, once for each that it holds. */
        List<String> apply(String key) {
            List<String> made = new ArrayList<>();
            for (String written : spellings) {
                if (!written.isEmpty() && holds(key, written)) {
                    for (String other : spellings) {
                        if (!other.equals(written)) {
                            made.add(replace(key, written, other));
                        }
                    }
                }
            }
            return made;
        }

        /** Whether it may change the last word of a name; words of their own at the head may not. */
        boolean reachesLastWord() {
            return at != At.START
                    || !spellings.stream().allMatch(spelling -> spelling.isEmpty() || spelling.endsWith(" "));
        }

        private boolean holds(String key, String written) {
            return switch (at) {
                case START -> key.startsWith(written);
                case END -> key.endsWith(written);
                case ANY -> key.contains(written);
            };
        }

        private String replace(String key, String written, String other) {
            return switch (at) {
                case START -> other + key.substring(written.length());
                case END -> key.substring(0, key.length() - written.length()) + other;
                case ANY -> key.replace(written, other);
            };
        }
    }

    /** Whether two names may be spellings of one. */
    public static boolean same(String one, String other) {
        String first = NameKey.of(one);
        String second = NameKey.of(other);
        // most names differ in letters that stay, which costs a thousandth of what their spellings cost
        return first.equals(second) || frame(first).equals(frame(second)) && shareSpelling(first, second);
    }

    private static boolean shareSpelling(String first, String second) {
        Pair pair = new Pair(first, second);
        Boolean known = ANSWERS.get(pair);
        if (known == null) {
            known = !Collections.disjoint(of(first), of(second));
            ANSWERS.put(pair, known);
        }
        return known;
    }

    private static Set<Character> kept() {
        Set<Character> kept = new HashSet<>();
        for (char letter = 'a'; letter <= 'z'; letter++) {
            kept.add(letter);
        }
        RULES.stream()
                .filter(Rule::reachesLastWord)
                .flatMap(rule -> rule.spellings().stream())
                .flatMapToInt(String::chars)
                .forEach(letter -> kept.remove((char) letter));
        return Set.copyOf(kept);
    }

    /** The letters of a key's last word that stay in all its spellings, double ones once. */
    private static String frame(String key) {
        StringBuilder frame = new StringBuilder();
        for (int i = key.lastIndexOf(' ') + 1; i < key.length(); i++) {
            char letter = key.charAt(i);
            boolean doubled = frame.length() > 0 && frame.charAt(frame.length() - 1) == letter;
            if (KEPT.contains(letter) && !doubled) {
                frame.append(letter);
            }
        }
        return frame.toString();
    }

    /** The keys of other spellings, those with the fewest changes first, the key itself at the head. */
    static Set<String> of(String key) {
        Set<String> all = new LinkedHashSet<>(List.of(key));
        if (key.length() < SHORTEST_NAME) {
            return all;
        }
        List<String> last = List.of(key);
        for (int i = 0; i < MOST_CHANGES; i++) {
            List<String> next = new ArrayList<>();
            for (String made : last) {
                changed(made).stream()
                        .filter(other -> other.length() >= SHORTEST_NAME - 1 && all.size() < MOST_SPELLINGS)
                        .filter(all::add)
                        .forEach(next::add);
            }
            last = next;
        }
        return all;
    }

    private static List<String> changed(String key) {
        List<String> made = new ArrayList<>();
        String single = key.replaceAll("([a-z])\\1", "$1");
        if (!single.equals(key)) {
            made.add(single);
        }
        if (key.indexOf(' ') < 0) {
            made.add("al " + key);
        }
        RULES.forEach(rule -> made.addAll(rule.apply(key)));
        return made;
    }
}
