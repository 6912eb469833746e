package org.tocsin.rollup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.Article;

/**
 * A made-up history of a newsroom's articles, the same for the same seed, told in lines that {@link HistoryCoder} reads. What
 * happens is reported by several outlets with figures that grow and fall, places that are told more or less exactly, and events of
 * one day and place that must be told apart; articles are copied, corrected, published again, deleted, and come late.
 */
public final class ArticleHistory {
    private static final Instant FIRST = Instant.parse("2026-09-01T06:00:00Z");
    private static final int ARTICLES_A_DAY = 12;
    private static final String[] METHODS = {"DRONE", "MISSILE", "ARTILLERY", "-"};
    private static final String[] STATUSES = {
        "OCCURRED", "OCCURRED", "OCCURRED", "CLAIMED", "DENIED", "PLANNED", "HISTORICAL"
    };
    private static final String[] ACTS = {"strike", "strike", "strike", "toll", "interception", "statement", "capture"};

    private final Random random;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Article> surviving = new TreeMap<>();
    private final List<Happening> happenings = new ArrayList<>();
    private int articles;

    /**
     * One thing that comes in.
     *
     * @param id identifier of the article
     * @param article the article as it is now; null where it is deleted
     */
    public record Step(String id, @Nullable Article article) {}

    /** Something that happens, as far as articles can agree on it. */
    private record Happening(String act, String place, LocalDate day, String method, int killed) {}

    /**
     * The history of a seed.
     *
     * @param articles how many different articles there are; corrections and deletions come on top
     */
    public ArticleHistory(long seed, int articles) {
        this.random = new Random(seed);
        while (this.articles < articles) {
            step();
        }
    }

    /** Everything, in the order in which it comes. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    private void step() {
        int kind = random.nextInt(100);
        if (kind < 55 || surviving.isEmpty()) {
            publish(fresh(Duration.ofMinutes(random.nextInt(1440))));
        } else if (kind < 65) {
            publish(fresh(Duration.ofHours(-24L * (1 + random.nextInt(15)) + random.nextInt(24))));
        } else if (kind < 75) {
            publish(copy(anySurviving()));
        } else if (kind < 90) {
            publish(corrected(anySurviving()));
        } else if (kind < 93) {
            publish(anySurviving());
        } else {
            delete(anySurviving().getId());
        }
    }

    private void publish(Article article) {
        steps.add(new Step(article.getId(), article));
        surviving.put(article.getId(), article);
    }

    private void delete(String id) {
        steps.add(new Step(id, null));
        surviving.remove(id);
    }

    private Article anySurviving() {
        // mostly one of the latest, as newsrooms correct
        List<Article> all = new ArrayList<>(surviving.values());
        int back = random.nextInt(4) == 0 ? all.size() : Math.min(all.size(), 25);
        return all.get(all.size() - 1 - random.nextInt(back));
    }

    private Instant now() {
        return FIRST.plus(Duration.ofDays(articles / ARTICLES_A_DAY));
    }

    private Article fresh(Duration later) {
        Instant published = now().plus(later);
        List<String> lines = new ArrayList<>();
        int events = 1 + random.nextInt(3);
        for (int i = 0; i < events; i++) {
            lines.add(report(happening(published)));
        }
        lines.add(random.ints(40, 0, 5000).mapToObj(word -> "word" + word).collect(Collectors.joining(" ")));
        return article(String.join("\n", lines), published);
    }

    private Article article(String text, Instant published) {
        String outlet = random.nextInt(8) == 0 ? null : "Outlet " + random.nextInt(6);
        return new Article(String.format(Locale.ROOT, "a%05d", articles++), null, text, published, null, outlet);
    }

    private Article copy(Article original) {
        Instant published = original.getPublishedAt().plus(Duration.ofMinutes(random.nextInt(600)));
        return article(original.getText() + " again", published);
    }

    private Article corrected(Article former) {
        List<String> lines = new ArrayList<>(former.getText().lines().toList());
        int at = random.nextInt(lines.size());
        switch (random.nextInt(4)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(0, report(happening(former.getPublishedAt())));
            case 2 -> lines.set(at, withField(lines.get(at), 1, anyOf(HistoryCoder.PLACES)));
            default -> lines.set(at, withField(lines.get(at), -1, figure(random.nextInt(30))));
        }
        lines.add("corrected " + random.nextInt(1000));
        return Article.newBuilder(former).setText(String.join("\n", lines)).build();
    }

    /** A line with another field, counted from the end where negative; statements stay, whose fields have other meanings. */
    private static String withField(String line, int at, String value) {
        String[] fields = line.split("\\|");
        if (fields.length < 4 || fields[0].equals("statement") || fields[0].equals("capture") && at < 0) {
            return line;
        }
        fields[at < 0 ? fields.length + at : at] = value;
        return String.join("|", fields);
    }

    private Happening happening(Instant published) {
        if (!happenings.isEmpty() && random.nextInt(10) < 7) {
            int back = Math.min(happenings.size(), 6);
            return happenings.get(happenings.size() - 1 - random.nextInt(back));
        }
        LocalDate day = published.atZone(ZoneOffset.UTC).toLocalDate().minusDays(random.nextInt(3));
        Happening happening = new Happening(
                anyOf(Arrays.asList(ACTS)),
                anyOf(HistoryCoder.PLACES),
                day,
                anyOf(Arrays.asList(METHODS)),
                random.nextInt(20));
        happenings.add(happening);
        return happening;
    }

    private String report(Happening of) {
        String place = random.nextInt(4) == 0 ? anyOf(HistoryCoder.PLACES) : of.place;
        String day = of.day.plusDays(random.nextInt(8) == 0 ? 1 : 0).toString();
        String status = random.nextInt(3) == 0 ? anyOf(Arrays.asList(STATUSES)) : "OCCURRED";
        String killed = figure(of.killed + random.nextInt(4));
        String injured = figure(2 * of.killed + random.nextInt(3));
        return switch (of.act) {
            case "strike" ->
                String.join(
                        "|",
                        of.act,
                        place,
                        day,
                        status,
                        random.nextBoolean() ? of.method : "-",
                        random.nextBoolean() ? "Russia" : "-",
                        killed,
                        injured);
            case "statement" ->
                String.join(
                        "|",
                        of.act,
                        HistoryCoder.SPEAKERS.get(of.killed % 3),
                        day,
                        of.killed % 2 == 0 ? "ACCUSE" : "DEMAND",
                        anyOf(HistoryCoder.SPEAKERS) + "," + anyOf(HistoryCoder.SPEAKERS));
            case "capture" -> String.join("|", of.act, place, day, status);
            default -> String.join("|", of.act, place, day, status, killed, injured);
        };
    }

    private String figure(int number) {
        return switch (random.nextInt(10)) {
            case 0 -> "-";
            case 1 -> "dozens";
            case 2, 3 -> number + "+";
            default -> Integer.toString(number);
        };
    }

    private String anyOf(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
