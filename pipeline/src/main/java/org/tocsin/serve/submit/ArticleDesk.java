package org.tocsin.serve.submit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.tocsin.article.ArticleIntake;
import org.tocsin.article.NewsArticle;
import org.tocsin.article.Submission;
import org.tocsin.stream.ArticleProducer.Receipt;

/**
 * Takes articles in, checks them, publishes those that are valid and says what became of each. An article without id gets one that
 * follows from its bytes, so that handing it in twice publishes it once. Thread-safe.
 */
public final class ArticleDesk {
    private static final int ID_DIGITS = 32;

    private final ArticleIntake intake;
    private final Publisher publisher;

    /** Publishes articles. */
    @FunctionalInterface
    public interface Publisher {
        /** Sends an article; the answer comes when it is confirmed, or fails. */
        CompletableFuture<Receipt> send(NewsArticle article);
    }

    /**
     * A desk.
     *
     * @param intake checks articles
     * @param publisher publishes them
     */
    public ArticleDesk(ArticleIntake intake, Publisher publisher) {
        this.intake = intake;
        this.publisher = publisher;
    }

    /** Takes one JSON object in UTF-8. Returns when it is confirmed or refused. */
    public Receipts take(byte[] json) {
        return settled(List.of(begin(json, 1, publisher)));
    }

    /** Takes one JSON object a line; empty lines are passed over. Returns when all are confirmed or refused. */
    public Receipts takeLines(byte[] lines) {
        List<CompletableFuture<Receipts.Line>> begun = new ArrayList<>();
        boolean away = false;
        int number = 1;
        int start = 0;
        while (start <= lines.length) {
            int end = start;
            while (end < lines.length && lines[end] != '\n') {
                end++;
            }
            byte[] line = Arrays.copyOfRange(lines, start, end);
            if (!isBlank(line)) {
                CompletableFuture<Receipts.Line> one = begin(line, number, away ? ArticleDesk::untried : publisher);
                begun.add(one);
                away |= isRefusal(one); // each send waits for Kafka: one refusal is enough
            }
            number++;
            start = end + 1;
        }
        return settled(begun);
    }

    private CompletableFuture<Receipts.Line> begin(byte[] json, int line, Publisher by) {
        Submission submission = Submission.read(json, idOf(json), intake);
        if (submission instanceof Submission.Refused refused) {
            return CompletableFuture.completedFuture(new Receipts.Invalid(line, refused.reason()));
        }
        NewsArticle article = ((Submission.Accepted) submission).article();
        return by.send(article)
                .handle((receipt, failure) -> failure == null
                        ? new Receipts.Accepted(line, article.id(), receipt)
                        : new Receipts.NotConfirmed(line, article.id(), reason(failure)));
    }

    private static CompletableFuture<Receipt> untried(NewsArticle article) {
        return CompletableFuture.failedFuture(new IllegalStateException(
                "The article " + article.id() + " was not sent, since those before it failed"));
    }

    private static boolean isRefusal(CompletableFuture<Receipts.Line> answer) {
        return answer.isDone() && answer.join() instanceof Receipts.NotConfirmed;
    }

    private static Receipts settled(List<CompletableFuture<Receipts.Line>> begun) {
        return new Receipts(begun.stream().map(CompletableFuture::join).toList());
    }

    private static String reason(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return "Kafka did not confirm it: " + cause.getClass().getSimpleName() + "; hand it in again";
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private static String idOf(byte[] json) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(json);
            return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime lacks SHA-256, which each must have", e);
        }
    }
}
