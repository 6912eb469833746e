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
final class CrashArticles {
    private static final Instant FIRST = Instant.parse("2026-10-01T08:00:00Z");
    private static final int DAYS = 45;
    private static final String[] TOWNS = {
        "Hlukhiv", "Kharkiv", "Kherson", "Sumy", "Odesa", "Zaporizhzhia", "Belgorod", "Bryansk", "Aleppo", "Idlib",
        "El Fasher", "Omdurman", "Hodeidah", "Taiz", "Rafah", "Baalbek", "Mosul", "Kandahar", "Goma", "Lashio"
    };
    private static final String[] MEANS = {"drone strike", "missile strike", "air strike", "artillery attack"};
    private static final String[] OUTLETS = {"Northline Wire", "Harbour Post", "Eastern Ledger", "Meridian News"};

    private CrashArticles() {}

    /**
     * One thing that is sent.
     *
     * @param id identifier of the article
     * @param article the article as it is now; null where it is deleted
     */
    record Sent(String id, @Nullable Article article) {}

    static List<Sent> some(int number, long seed) {
        Random random = new Random(seed);
        List<Sent> sent = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            int kind = random.nextInt(20);
            Sent earlier = sent.isEmpty() ? null : sent.get(random.nextInt(sent.size()));
            if (earlier == null || kind > 3) {
                sent.add(new Sent("crash-" + i, article("crash-" + i, random)));
            } else if (kind == 0) {
                sent.add(new Sent(earlier.id, null));
            } else if (earlier.article != null) {
                String corrected =
                        earlier.article.getText().replaceFirst("killed \\d+", "killed " + (2 + random.nextInt(30)));
                sent.add(new Sent(
                        earlier.id,
                        Article.newBuilder(earlier.article).setText(corrected).build()));
            } else {
                sent.add(new Sent(earlier.id, article(earlier.id, random)));
            }
        }
        return sent;
    }

    private static Article article(String id, Random random) {
        String text = "A " + one(MEANS, random) + " on " + one(TOWNS, random) + " killed " + (2 + random.nextInt(30))
                + " people and injured " + (2 + random.nextInt(60))
                + " on Sunday, local officials said.\n\nRescue workers searched the rubble through the night. "
                + "Residents were told to stay away from the centre until Tuesday.";
        return Article.newBuilder()
                .setId(id)
                .setText(text)
                .setSource(one(OUTLETS, random))
                .setPublishedAt(FIRST.plus(Duration.ofDays(random.nextInt(DAYS)))
                        .plus(Duration.ofMinutes(random.nextInt(1000))))
                .build();
    }

    private static String one(String[] choices, Random random) {
        return choices[random.nextInt(choices.length)];
    }
}
