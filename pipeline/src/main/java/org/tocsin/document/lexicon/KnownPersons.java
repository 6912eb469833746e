package org.tocsin.document.lexicon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Mention;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.OfficeMention;
import org.tocsin.document.Mention.PersonMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;

/** The persons that an article names in full, to complete its short mentions. */
final class KnownPersons {
    private static final Set<String> HEADS =
            Set.of("president", "prime minister", "leader", "supreme leader", "king", "chancellor");

    /** Countries where the family name usually stands first: "Lin Jian" is Lin. */
    private static final Set<String> SURNAME_FIRST = Set.of("CN", "HK", "KH", "KP", "KR", "TW", "VN");

    private final Map<String, PersonMention> byName = new LinkedHashMap<>();
    private final Map<String, PersonMention> bySurname = new LinkedHashMap<>();

    /** Notes a person named in full; what a later mention adds is kept. */
    void note(PersonMention person) {
        PersonMention merged = byName.merge(person.name(), person, KnownPersons::joined);
        if (!isFull(person.name())) {
            return;
        }
        bySurname.put(surname(person.name()), merged);
        if (merged.country() != null && SURNAME_FIRST.contains(merged.country())) {
            bySurname.putIfAbsent(person.name().split(" ", 2)[0], merged);
        }
    }

    private static PersonMention joined(PersonMention known, PersonMention now) {
        return new PersonMention(
                now.from(),
                now.to(),
                known.name(),
                known.role() != null ? known.role() : now.role(),
                known.organization() != null ? known.organization() : now.organization(),
                known.country() != null ? known.country() : now.country());
    }

    private static String surname(String name) {
        String last = name.substring(name.lastIndexOf(' ') + 1);
        return last.startsWith("al-") || last.startsWith("el-") ? last.substring(3) : last;
    }

    /** A mention with what other mentions of the same person tell. */
    PersonMention complete(PersonMention person) {
        PersonMention full = isFull(person.name()) ? null : fullName(person);
        PersonMention known = full != null ? full : byName.getOrDefault(person.name(), person);
        PersonMention joined = full != null ? joined(full, person) : joined(person, known);
        return at(joined, person.from(), person.to());
    }

    private static boolean isFull(String name) {
        return name.indexOf(' ') > 0;
    }

    /** The one person named in full whom an office with a single name means: "Minister Kihara", "President Diallo". */
    private @Nullable PersonMention fullName(PersonMention title) {
        List<PersonMention> same = byName.values().stream()
                .filter(person -> isFull(person.name()) && bears(person, title))
                .toList();
        return same.size() == 1 ? same.get(0) : null;
    }

    private static boolean bears(PersonMention person, PersonMention title) {
        boolean sameOffice = person.role() != null && title.role() != null && isKin(person.role(), title.role());
        return surname(person.name()).equals(surname(title.name()))
                || person.name().startsWith(title.name() + " ") && sameOffice;
    }

    /** Whether a short form of address may stand for an office: "Minister" or "Secretary" for a defence minister. */
    private static boolean isKin(String office, String address) {
        return office.endsWith(address) || address.equals("head") && office.contains("secretary");
    }

    /** The person whose surname stands alone at a token; null where it is nobody's or part of something else. */
    @Nullable
    PersonMention bySurname(Sentence sentence, Token token) {
        String surname = surname(token.text());
        PersonMention known = bySurname.get(surname);
        if (known == null || known.name().indexOf(' ') < 0 || partOfOther(sentence, token.index())) {
            return null;
        }
        return Character.isUpperCase(surname.charAt(0)) ? at(known, token.index(), token.index() + 1) : null;
    }

    private static boolean partOfOther(Sentence sentence, int token) {
        return sentence.mentions().stream()
                .filter(mention -> mention instanceof ActorMention || mention instanceof OfficeMention)
                .anyMatch(mention -> mention.from() <= token && token < mention.to());
    }

    /** The holder of an office that is told without a name; empty where neither body nor country is told. */
    Optional<Mention> holder(OfficeHolder office) {
        String owner = office.owner();
        if (owner == null) {
            return Optional.empty();
        }
        return Optional.of(byName.values().stream()
                .filter(person -> holds(person, office))
                .findFirst()
                .map(person -> at(person, office.from(), office.to()))
                .orElseGet(() -> unnamed(office, owner)));
    }

    private static boolean holds(PersonMention person, OfficeHolder office) {
        String role = person.role();
        boolean sameRole = office.role().equals(role)
                || role != null && HEADS.contains(role) && office.role().equals("leader");
        boolean sameBody = office.organization() == null
                ? person.organization() == null
                        && office.country() != null
                        && office.country().equals(person.country())
                : office.organization().equals(person.organization());
        return sameRole && sameBody;
    }

    private static PersonMention unnamed(OfficeHolder office, String owner) {
        State state = ActorLexicon.shared().state(office.country());
        String whose = state != null && state.name().equals(owner) ? state.possessive() : owner;
        return new PersonMention(
                office.from(),
                office.to(),
                whose + " " + office.role(),
                office.role(),
                office.organization(),
                office.country());
    }

    private static PersonMention at(PersonMention person, int from, int to) {
        return new PersonMention(from, to, person.name(), person.role(), person.organization(), person.country());
    }
}
