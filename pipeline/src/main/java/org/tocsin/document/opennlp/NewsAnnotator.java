package org.tocsin.document.opennlp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import opennlp.tools.chunker.ChunkerME;
import opennlp.tools.util.Span;
import org.tocsin.article.NewsArticle;
import org.tocsin.article.PlainText;
import org.tocsin.article.Typography;
import org.tocsin.document.Annotator;
import org.tocsin.document.Chunk;
import org.tocsin.document.Document;
import org.tocsin.document.Mention;
import org.tocsin.document.MentionFinder;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;

/**
 * The annotator of English news: plain typography, paragraphs, sentences, tokens, tags, lemmas, base phrases of sentences
 * with a trigger, and the mentions that the given finders recognise, in their order. Not thread-safe; the models are shared.
 */
public final class NewsAnnotator implements Annotator {
    /** Longest sentence in tokens; a longer one is cut. */
    static final int LONGEST_SENTENCE = 160;

    private final List<MentionFinder> finders;
    private final SentenceSplitter sentenceSplitter;
    private final TokenSplitter tokenSplitter;
    private final Tagger tagger;
    private final ChunkerME chunker;
    private final Lemmatizer lemmatizer = Lemmatizer.shared();
    private final TriggerLexicon triggers = TriggerLexicon.shared();

    /**
     * Makes an annotator.
     *
     * @param finders what looks for mentions; each sees the mentions of those before it
     */
    public NewsAnnotator(List<MentionFinder> finders) {
        OpenNlpModels models = OpenNlpModels.shared();
        this.finders = List.copyOf(finders);
        this.sentenceSplitter = new SentenceSplitter(models, Abbreviations.shared());
        this.tokenSplitter = new TokenSplitter(models, Abbreviations.shared());
        this.tagger = new Tagger(models);
        this.chunker = new ChunkerME(models.chunks());
    }

    @Override
    public Document annotate(NewsArticle article) {
        List<Sentence> text = withMentions(article, sentences(article.text()));
        List<Sentence> title = withMentions(article, headline(article.title()));
        return new Document(article, title.isEmpty() ? null : title.get(0), text);
    }

    /** The headline as one sentence; empty where there is none. What is written behind a line end is left out. */
    private List<Sentence> headline(String title) {
        PlainText plain = Typography.plain(title);
        List<Paragraphs.Piece> pieces = Paragraphs.of(plain.text());
        if (pieces.isEmpty()) {
            return List.of();
        }
        Paragraphs.Piece first = pieces.get(0);
        List<Span> tokens = tokenSplitter.split(plain.text().substring(first.start(), first.end()));
        List<Span> taken = tokens.subList(0, Math.min(tokens.size(), LONGEST_SENTENCE));
        return List.of(sentence(title, plain, first.start(), taken, 0, 0));
    }

    private List<Sentence> sentences(String original) {
        PlainText plain = Typography.plain(original);
        List<Sentence> sentences = new ArrayList<>();
        for (Paragraphs.Piece piece : Paragraphs.of(plain.text())) {
            String paragraph = plain.text().substring(piece.start(), piece.end());
            for (Span span : sentenceSplitter.split(paragraph)) {
                String sentence = paragraph.substring(span.getStart(), span.getEnd());
                int offset = piece.start() + span.getStart();
                List<Span> tokens = tokenSplitter.split(sentence);
                for (int from = 0; from < tokens.size(); from += LONGEST_SENTENCE) {
                    int to = Math.min(tokens.size(), from + LONGEST_SENTENCE);
                    sentences.add(sentence(
                            original, plain, offset, tokens.subList(from, to), sentences.size(), piece.number()));
                }
            }
        }
        return sentences;
    }

    private Sentence sentence(
            String original, PlainText plain, int offset, List<Span> spans, int index, int paragraph) {
        List<String> words = new ArrayList<>(spans.size());
        for (Span span : spans) {
            words.add(plain.text().substring(offset + span.getStart(), offset + span.getEnd()));
        }
        String[] tags = tagger.tag(words);
        List<Token> tokens = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            String lower = words.get(i).toLowerCase(Locale.ROOT);
            tokens.add(new Token(
                    i,
                    words.get(i),
                    lower,
                    lemmatizer.lemma(lower, tags[i]),
                    tags[i],
                    plain.originalStart(offset + spans.get(i).getStart()),
                    plain.originalEnd(offset + spans.get(i).getEnd())));
        }
        int start = tokens.get(0).start();
        int end = tokens.get(tokens.size() - 1).end();
        List<Chunk> chunks =
                triggers.matches(String.join(" ", words).toLowerCase(Locale.ROOT)) ? chunks(words, tags) : List.of();
        return new Sentence(index, paragraph, start, end, original.substring(start, end), tokens, chunks, List.of());
    }

    private List<Chunk> chunks(List<String> words, String[] tags) {
        List<Chunk> chunks = new ArrayList<>();
        for (Span span : chunker.chunkAsSpans(words.toArray(String[]::new), tags)) {
            chunks.add(new Chunk(span.getType(), span.getStart(), span.getEnd()));
        }
        return chunks;
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
        return new Sentence(s.index(), s.paragraph(), s.start(), s.end(), s.text(), s.tokens(), s.chunks(), mentions);
    }
}
