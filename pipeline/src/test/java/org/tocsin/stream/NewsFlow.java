package org.tocsin.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.Article;

/**
 * What a newsroom sends about strikes on towns of several countries: new articles, corrections of some (another toll) and deletions
 * of a few; the same seed gives the same ones.
 */
public final class NewsFlow {
    private static final int DAYS = 45;
    private static final String[] TOWNS = {
        "Hlukhiv", "Kharkiv", "Kherson", "Sumy", "Odesa", "Zaporizhzhia", "Belgorod", "Bryansk", "Aleppo", "Idlib",
        "El Fasher", "Omdurman", "Hodeidah", "Taiz", "Rafah", "Baalbek", "Mosul", "Kandahar", "Goma", "Lashio"
    };
    private static final String[] MEANS = {"drone strike", "missile strike", "air strike", "artillery attack"};
    private static final String[] OUTLETS = {"Northline Wire", "Harbour Post", "Eastern Ledger", "Meridian News"};

    private final String name;
    private final Instant first;
    private final Random random;

    private NewsFlow(String name, Instant first, long seed) {
        this.name = name;
        this.first = first;
        this.random = new Random(seed);
    }

    /**
     * One thing that is sent.
     *
     * @param id identifier of the article
     * @param article the article as it is now; null where it is deleted
     */
    public record Sent(String id, @Nullable Article article) {}

    /**
     * A flow of articles.
     *
     * @param name begins the identifier of each
     * @param first moment of the earliest; all are published within {@value #DAYS} days from it
     * @param number how many to send, corrections and deletions among them
     * @param seed the same one gives the same articles
     */
    public static List<Sent> of(String name, Instant first, int number, long seed) {
        return new NewsFlow(name, first, seed).some(number);
    }

    private List<Sent> some(int number) {
        List<Sent> sent = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            int kind = random.nextInt(20);
            Sent earlier = sent.isEmpty() ? null : sent.get(random.nextInt(sent.size()));
            if (earlier == null || kind > 3) {
                sent.add(fresh(name + "-" + i));
            } else if (kind == 0) {
                sent.add(new Sent(earlier.id, null));
            } else if (earlier.article != null) {
                String corrected =
                        earlier.article.getText().replaceFirst("killed \\d+", "killed " + (2 + random.nextInt(30)));
                sent.add(new Sent(
                        earlier.id,
                        Article.newBuilder(earlier.article).setText(corrected).build()));
            } else {
                sent.add(fresh(earlier.id));
            }
        }
        return sent;
    }

    private Sent fresh(String id) {
        String text = "A " + one(MEANS) + " on " + one(TOWNS) + " killed " + (2 + random.nextInt(30))
                + " people and injured " + (2 + random.nextInt(60))
                + " on Sunday, local officials said.\n\nRescue workers searched the rubble through the night. "
                + "Residents were told to stay away from the centre until Tuesday.";
        Article article = Article.newBuilder()
                .setId(id)
                .setText(text)
                .setSource(one(OUTLETS))
                .setPublishedAt(first.plus(Duration.ofDays(random.nextInt(DAYS)))
                        .plus(Duration.ofMinutes(random.nextInt(1000))))
                .build();
        return new Sent(id, article);
    }

    private String one(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
