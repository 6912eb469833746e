package org.tocsin.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tocsin.schema.Article;

/** Many short reports of strikes on towns of several countries; the same seed gives the same ones. */
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

    static List<Article> some(int number, long seed) {
        Random random = new Random(seed);
        List<Article> articles = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            String text =
                    "A " + one(MEANS, random) + " on " + one(TOWNS, random) + " killed " + (2 + random.nextInt(30))
                            + " people and injured " + (2 + random.nextInt(60))
                            + " on Sunday, local officials said.\n\nRescue workers searched the rubble through the night. "
                            + "Residents were told to stay away from the centre until Tuesday.";
            articles.add(Article.newBuilder()
                    .setId("crash-" + i)
                    .setText(text)
                    .setSource(one(OUTLETS, random))
                    .setPublishedAt(FIRST.plus(Duration.ofDays(random.nextInt(DAYS)))
                            .plus(Duration.ofMinutes(random.nextInt(1000))))
                    .build());
        }
        return articles;
    }

    private static String one(String[] choices, Random random) {
        return choices[random.nextInt(choices.length)];
    }
}
