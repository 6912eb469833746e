package org.tocsin.document.grammar;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Mention.CountRole;
import org.tocsin.document.Token;
import org.tocsin.schema.Bound;

/** Reads "nobody", "no one", "none of them" and "no casualties" as counts of 0. Thread-safe. */
final class ZeroRules {
    private final HeadRules heads = new HeadRules();
    private final Units units = Units.shared();

    /** The count of 0 that starts at this token; null where none does. */
    @Nullable
    CountMention at(List<Token> tokens, int at) {
        return switch (tokens.get(at).lower()) {
            case "nobody" -> zero(at, at + 1, at);
            case "no-one" -> zero(at, at + 1, at);
            case "none" -> zero(at, at + 1, heads.head(tokens, at + 1));
            case "no" -> afterNo(tokens, at);
            default -> null;
        };
    }

    private @Nullable CountMention afterNo(List<Token> tokens, int at) {
        if (RoleRules.lower(tokens, at + 1).equals("one")) {
            return zero(at, at + 2, at + 1);
        }
        int head = heads.head(tokens, at + 1);
        if (head < 0) {
            return null;
        }
        String noun = tokens.get(head).lower();
        return units.isPerson(noun) || units.isCasualty(noun) ? zero(at, at + 1, head) : null;
    }

    private static CountMention zero(int from, int to, int head) {
        return new CountMention(from, to, 0L, 0L, 0L, Bound.EXACT, CountRole.PLAIN, head);
    }
}
