package org.tocsin.document.opennlp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import opennlp.tools.util.Span;
import org.tocsin.article.NewsArticle;
import org.tocsin.article.PlainText;
import org.tocsin.article.Typography;
import org.tocsin.document.Annotator;
import org.tocsin.document.Casing;
import org.tocsin.document.Document;
import org.tocsin.document.Mention;
import org.tocsin.document.MentionFinder;
import org.tocsin.document.Sentence;
import org.tocsin.document.StageWatch;
import org.tocsin.document.Token;

/**
 * The annotator of English news: plain typography, paragraphs, sentences, tokens, tags, lemmas, and the mentions that the given finders recognise, in their order. Not thread-safe; the models are shared.
 */
public final class NewsAnnotator implements Annotator {
    /** Longest sentence in tokens; a longer one is cut. */
    static final int LONGEST_SENTENCE = 160;

    private static final String ANNOTATE = "annotate";
    private static final String MENTIONS = "mentions";

    private final Casing casing;
    private final StageWatch watch;
    private final List<MentionFinder> finders;
    private final SentenceSplitter sentenceSplitter;
    private final TokenSplitter tokenSplitter;
    private final Tagger tagger;
    private final KnownWords knownWords = new KnownWords(Lemmatizer.shared());

    /**
     * Makes an annotator.
     *
     * @param finders what looks for mentions; each sees the mentions of those before it
     */
    public NewsAnnotator(List<MentionFinder> finders) {
        this(finders, Casing.AS_WRITTEN, StageWatch.NONE);
    }

    /**
     * Makes an annotator that restores the case of letters before it reads.
     *
     * @param finders what looks for mentions; each sees the mentions of those before it
     * @param casing what restores the case
     * @param watch is around the stages {@code annotate} and {@code mentions}
     */
    public NewsAnnotator(List<MentionFinder> finders, Casing casing, StageWatch watch) {
        this.casing = casing;
        this.watch = watch;
        OpenNlpModels models = OpenNlpModels.shared();
        this.finders = List.copyOf(finders);
        this.sentenceSplitter = new SentenceSplitter(models, Abbreviations.shared());
        this.tokenSplitter = new TokenSplitter(models, Abbreviations.shared());
        this.tagger = new Tagger(models);
    }

    @Override
    public Document annotate(NewsArticle article) {
        Plain plain = watch.over(ANNOTATE, () -> plain(article));
        return watch.over(MENTIONS, () -> {
            List<Sentence> title = withMentions(article, plain.title());
            return new Document(article, title.isEmpty() ? null : title.get(0), withMentions(article, plain.text()));
        });
    }

    /** Title and text before anybody looked for mentions. */
    private record Plain(List<Sentence> title, List<Sentence> text) {}

    private Plain plain(NewsArticle article) {
        AnnotationBudget budget = new AnnotationBudget();
        List<Sentence> title = new Reading(article.title(), budget).headline();
        return new Plain(title, new Reading(article.text(), budget).sentences());
    }

    /** One text of an article while it is read. */
    private final class Reading {
        private final String original;
        private final PlainText plain;
        private final AnnotationBudget budget;

        Reading(String original, AnnotationBudget budget) {
            this.original = original;
            PlainText written = Typography.plain(original);
            this.plain = written.withCase(casing.restored(written.text()));
            this.budget = budget;
        }

        /** The text as one sentence; empty where there is none. What is written behind a line end is left out. */
        List<Sentence> headline() {
            List<Paragraphs.Piece> pieces = Paragraphs.of(plain.text());
            if (pieces.isEmpty()) {
                return List.of();
            }
            Paragraphs.Piece first = pieces.get(0);
            List<Span> tokens = tokenSplitter.split(plain.text().substring(first.start(), first.end()));
            List<Span> taken = tokens.subList(0, Math.min(tokens.size(), LONGEST_SENTENCE));
            return List.of(sentence(first.start(), taken, 0, 0));
        }

        List<Sentence> sentences() {
            List<Sentence> sentences = new ArrayList<>();
            for (Paragraphs.Piece piece : Paragraphs.of(plain.text())) {
                String paragraph = plain.text().substring(piece.start(), piece.end());
                for (Span span : sentenceSplitter.split(paragraph)) {
                    List<Span> tokens = tokenSplitter.split(paragraph.substring(span.getStart(), span.getEnd()));
                    if (!budget.take(tokens.size())) {
                        return sentences;
                    }
                    addCut(piece.start() + span.getStart(), tokens, piece.number(), sentences);
                }
            }
            return sentences;
        }

        /** Adds a sentence, cut where it is longer than the longest. */
        private void addCut(int offset, List<Span> tokens, int paragraph, List<Sentence> sentences) {
            for (int from = 0; from < tokens.size(); from += LONGEST_SENTENCE) {
                List<Span> part = tokens.subList(from, Math.min(tokens.size(), from + LONGEST_SENTENCE));
                sentences.add(sentence(offset, part, sentences.size(), paragraph));
            }
        }

        private Sentence sentence(int offset, List<Span> spans, int index, int paragraph) {
            List<KnownWords.Word> words = new ArrayList<>(spans.size());
            for (Span span : spans) {
                words.add(knownWords.of(plain.text().substring(offset + span.getStart(), offset + span.getEnd())));
            }
            String[] tags = tagger.tag(words);
            List<Token> tokens = new ArrayList<>(words.size());
            for (int i = 0; i < words.size(); i++) {
                int start = plain.originalStart(offset + spans.get(i).getStart());
                int end = plain.originalEnd(offset + spans.get(i).getEnd());
                KnownWords.Word word = words.get(i);
                tokens.add(new Token(i, word.text(), word.lower(), word.lemma(tags[i]), tags[i], start, end));
            }
            int start = tokens.get(0).start();
            int end = tokens.get(tokens.size() - 1).end();
            return new Sentence(index, paragraph, start, end, original.substring(start, end), tokens, List.of());
        }
    }

    private List<Sentence> withMentions(NewsArticle article, List<Sentence> sentences) {
        List<Sentence> current = sentences;
        for (MentionFinder finder : finders) {
            List<List<Mention>> found = finder.find(article, current);
            if (found.size() != current.size()) {
                throw new IllegalStateException(finder.getClass().getName() + " answered for " + found.size()
                        + " sentences, was given " + current.size());
            }
            List<Sentence> next = new ArrayList<>(current.size());
            for (int i = 0; i < current.size(); i++) {
                next.add(with(current.get(i), found.get(i)));
            }
            current = next;
        }
        return current;
    }

    private static Sentence with(Sentence s, List<Mention> found) {
        if (found.isEmpty()) {
            return s;
        }
        List<Mention> mentions = new ArrayList<>(s.mentions());
        mentions.addAll(found);
        mentions.sort(Comparator.comparingInt(Mention::from).thenComparingInt(Mention::to));
        return new Sentence(s.index(), s.paragraph(), s.start(), s.end(), s.text(), s.tokens(), mentions);
    }
}
