package org.tocsin.document.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.NewsArticle;
import org.tocsin.document.Mention;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.MentionFinder;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.document.lexicon.ActorTerm.Body;
import org.tocsin.document.lexicon.ActorTerm.Form;
import org.tocsin.document.lexicon.ActorTerm.Named;
import org.tocsin.document.lexicon.ActorTerm.StateWord;
import org.tocsin.schema.ActorKind;

/**
 * Finds states, their bodies ("Ukraine's foreign ministry", "the Ministry of Defence of Chad"), armed groups and organisations. A
 * capital counts only where it stands for a government ("Kigali denies"). A body without its state ("the foreign ministry") is given to
 * the state that the article last named it of, or that the sentence or most of the article tells.
 */
final class ActorFinder implements MentionFinder {
    private static final Set<String> MODIFIER_TAGS = Set.of("JJ", "VBN", "NN", "NNP", "JJS");
    private static final Set<String> FORMS =
            Set.of("republic", "kingdom", "state", "federation", "union", "commonwealth", "sultanate", "emirate");
    private static final Set<String> PAPERS =
            Set.of("statement", "communique", "communiqué", "declaration", "letter", "bulletin", "dispatch", "post");
    private static final int MODIFIERS = 2;
    /** Words that the form of a state has at most: "the Lao People's Democratic Republic of". */
    private static final int FORM = 5;

    private final ActorLexicon lexicon = ActorLexicon.shared();

    @Override
    public List<List<Mention>> find(NewsArticle article, List<Sentence> sentences) {
        StateContext context = StateContext.of(lexicon, sentences);
        List<List<Mention>> found = new ArrayList<>(sentences.size());
        for (Sentence sentence : sentences) {
            found.add(find(sentence, context));
        }
        return found;
    }

    private List<Mention> find(Sentence sentence, StateContext context) {
        List<Mention> found = new ArrayList<>();
        List<Token> tokens = sentence.tokens();
        int at = 0;
        while (at < tokens.size()) {
            PhraseTrie.Match<ActorTerm> match = lexicon.longest(tokens, at);
            ActorMention mention = match == null ? null : mention(sentence, at, match, context, found);
            if (mention != null) {
                found.add(mention);
            }
            at = mention != null ? mention.to() : match == null ? at + 1 : match.to();
        }
        return found;
    }

    private @Nullable ActorMention mention(
            Sentence sentence,
            int from,
            PhraseTrie.Match<ActorTerm> match,
            StateContext context,
            List<Mention> before) {
        ActorTerm term = match.meaning();
        if (term instanceof StateWord word) {
            ActorMention body = bodyOf(sentence, from, match.to(), word.state());
            if (body != null) {
                context.noteBody(body);
                return body;
            }
            return state(sentence, from, match.to(), word);
        }
        if (term instanceof Named named) {
            return new ActorMention(from, match.to(), named.name(), named.country(), named.kind(), false);
        }
        Body body = (Body) term;
        ActorMention owned = withOwnerBehind(sentence, from, match.to(), body);
        if (owned != null) {
            context.noteBody(owned);
            return owned;
        }
        if (!body.alone() || !isSubjectNoun(sentence, from, match.to())) {
            return null;
        }
        ActorMention holder = isIts(sentence, from) ? holder(sentence, before) : null;
        State owner = holder == null ? context.ownerOf(sentence, from, body.name()) : stateOf(holder);
        return owner == null ? null : body(from, match.to(), owner, body);
    }

    /** "its air force", "their own navy": whether a possessive pronoun opens the phrase of a body. */
    private static boolean isIts(Sentence sentence, int from) {
        List<Token> tokens = sentence.tokens();
        int at = from - 1;
        while (at > 0
                && from - at <= MODIFIERS
                && MODIFIER_TAGS.contains(tokens.get(at).tag())) {
            at--;
        }
        return at >= 0 && tokens.get(at).tag().equals("PRP$");
    }

    /** Whose a body is that "its" stands before: the last named before it that a verb follows, else the last named. */
    private static @Nullable ActorMention holder(Sentence sentence, List<Mention> before) {
        List<ActorMention> named = before.stream()
                .map(ActorMention.class::cast)
                .filter(mention -> !mention.demonym())
                .toList();
        return named.stream()
                .filter(mention -> sentence.tokens().get(mention.to()).tag().startsWith("VB"))
                .reduce((one, other) -> other)
                .or(() -> named.stream().reduce((one, other) -> other))
                .orElse(null);
    }

    /** The state that a holder is or serves; null for groups and bodies of many states, whose forces are no state's. */
    private @Nullable State stateOf(ActorMention holder) {
        boolean serves = holder.kind() == ActorKind.STATE || holder.kind() == ActorKind.MILITARY;
        return serves ? lexicon.state(holder.country()) : null;
    }

    private @Nullable ActorMention state(Sentence sentence, int from, int to, StateWord word) {
        if (word.form() == Form.CAPITAL && !Metonyms.standsForGovernment(sentence, from, to)) {
            return null;
        }
        boolean demonym = word.form() == Form.ADJECTIVE || word.form() == Form.PEOPLE;
        State state = word.state();
        return new ActorMention(from, to, state.name(), state.code(), ActorKind.STATE, demonym);
    }

    /** The body that is named behind its state: "Ukraine's foreign ministry", "the Sudanese regular army". */
    private @Nullable ActorMention bodyOf(Sentence sentence, int from, int stateTo, State state) {
        List<Token> tokens = sentence.tokens();
        int at = stateTo < tokens.size() && tokens.get(stateTo).tag().equals("POS") ? stateTo + 1 : stateTo;
        for (int skipped = 0; skipped <= MODIFIERS && at < tokens.size(); skipped++, at++) {
            PhraseTrie.Match<ActorTerm> match = lexicon.longest(tokens, at);
            if (match != null) {
                return match.meaning() instanceof Body body && !modifies(tokens, match.to())
                        ? body(from, match.to(), state, body)
                        : null;
            }
            if (!MODIFIER_TAGS.contains(tokens.get(at).tag())) {
                return null;
            }
        }
        return null;
    }

    /** The body that is named before its state or a force of it: "the Ministry of Defence of Chad", "air defence units of the Indian Army". */
    private @Nullable ActorMention withOwnerBehind(Sentence sentence, int from, int to, Body body) {
        List<Token> tokens = sentence.tokens();
        if (to + 1 >= tokens.size() || !tokens.get(to).lower().equals("of")) {
            return null;
        }
        int at = behindForm(tokens, tokens.get(to + 1).lower().equals("the") ? to + 2 : to + 1);
        PhraseTrie.Match<ActorTerm> owner = at < tokens.size() ? lexicon.longest(tokens, at) : null;
        if (owner == null || !(owner.meaning() instanceof StateWord word)) {
            return null;
        }
        ActorMention force = bodyOf(sentence, at, owner.to(), word.state());
        if (force != null) {
            return body(from, force.to(), word.state(), body);
        }
        return word.form() == Form.NAME ? body(from, owner.to(), word.state(), body) : null;
    }

    /** Behind the form of a state in front of its name: "Islamic Republic of"; the same token where none stands there. */
    private static int behindForm(List<Token> tokens, int from) {
        for (int i = from; i + 1 < Math.min(tokens.size(), from + FORM); i++) {
            if (tokens.get(i).lower().equals("of")) {
                int at = tokens.get(i + 1).lower().equals("the") ? i + 2 : i + 1;
                return i > from && FORMS.contains(tokens.get(i - 1).lower()) ? at : from;
            }
        }
        return from;
    }

    private static boolean isSubjectNoun(Sentence sentence, int from, int to) {
        List<Token> tokens = sentence.tokens();
        boolean noun = tokens.get(to - 1).tag().startsWith("NN");
        return noun
                && !modifies(tokens, to)
                && (from == 0 || !tokens.get(from - 1).lower().equals("local"));
    }

    /** Whether a noun follows, so that the body only describes it: "Russian military targets"; a "Thai navy statement" speaks for it. */
    private static boolean modifies(List<Token> tokens, int to) {
        return to < tokens.size()
                && Tags.COMMON_NOUN.contains(tokens.get(to).tag())
                && !PAPERS.contains(tokens.get(to).lemma());
    }

    private static ActorMention body(int from, int to, State state, Body body) {
        return new ActorMention(from, to, state.possessive() + " " + body.name(), state.code(), body.kind(), false);
    }
}
