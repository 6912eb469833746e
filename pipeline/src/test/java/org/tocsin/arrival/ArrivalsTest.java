package org.tocsin.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tocsin.article.NewsArticle;
import org.tocsin.article.RefusedArticle;

/** What each field of each format becomes. */
class ArrivalsTest {
    @Test
    void rssGivesItsItemsWithTheWholeText() {
        ReadInput read = ReadInput.ofSample("rss.xml");

        assertThat(read.articles())
                .containsExactly(
                        new NewsArticle(
                                "tag:harbour.example,2026:101",
                                "Drones strike depot near Odesa & kill two guards",
                                "Russian drones struck a fuel depot near Odesa on Tuesday, killing two guards, the regional"
                                        + " governor said.\n\nFirefighters put out the blaze within three hours.",
                                Instant.parse("2026-11-17T19:15:00Z"),
                                "https://harbour.example/news/101",
                                "Harbour Wire"),
                        new NewsArticle(
                                "https://harbour.example/news#102",
                                "",
                                "Shells hit a school in Kherson on Monday, wounding five people, police said.",
                                null,
                                null,
                                "Harbour Wire"));
        assertThat(read.languages()).containsExactly("en", "en");
        assertThat(read.refused())
                .extracting(RefusedArticle::where, RefusedArticle::reason)
                .containsExactly(
                        tuple("rss.xml item 3", "it has no id; give each article an id of 1 to 512 characters"),
                        tuple("rss.xml item 4", "its text is empty; give the body of the article as plain text"));
    }

    @Test
    void rssOfTheFirstVersionTellsItsItemsByTheirAddress() {
        ReadInput read = ReadInput.ofSample("rss-1.0.rdf");

        assertThat(read.articles())
                .containsExactly(new NewsArticle(
                        "https://delta.example/7",
                        "Army shells a market in Sagaing",
                        "The army shelled a market in Sagaing on Sunday, killing nine traders, a monk said.",
                        Instant.parse("2026-11-15T06:30:00Z"),
                        "https://delta.example/7",
                        "Delta Post"));
        assertThat(read.refused()).isEmpty();
    }

    @Test
    void atomGivesContentElseSummaryAndTheTimeOfPublicationElseOfUpdate() {
        ReadInput read = ReadInput.ofSample("atom.xml");

        assertThat(read.articles())
                .extracting(NewsArticle::title, NewsArticle::text, NewsArticle::publishedAt)
                .containsExactly(
                        tuple(
                                "Gunmen attack a convoy near Jos",
                                "Gunmen attacked a convoy near Jos on Wednesday, killing four soldiers, the army said."
                                        + "\n\nTwo lorries burnt.",
                                Instant.parse("2026-11-18T07:00:00Z")),
                        tuple(
                                "Summary only",
                                "Rebels took the town of Rubaya on Tuesday, residents said.",
                                Instant.parse("2026-11-18T09:30:00Z")));
        assertThat(read.languages()).containsOnly("en");
    }

    @Test
    void newsMlGivesTextItemsWithXhtmlOrNitfInside() {
        ReadInput read = ReadInput.ofSample("newsml.xml");

        assertThat(read.articles())
                .containsExactly(
                        new NewsArticle(
                                "urn:newsml:northline.example:20261118:strike-1",
                                "Missile hits bridge in Zaporizhzhia",
                                "A Russian missile hit a bridge in Zaporizhzhia on Wednesday, killing three drivers, the"
                                        + " mayor said.\n\nTraffic was turned away.",
                                Instant.parse("2026-11-18T09:40:00Z"),
                                null,
                                "Northline Wire"),
                        new NewsArticle(
                                "urn:newsml:northline.example:20261118:strike-2",
                                "Air force downs drones",
                                "The air force shot down 12 of 15 drones over Kyiv overnight, it said.",
                                Instant.parse("2026-11-18T11:00:00Z"),
                                null,
                                null));
    }

    @Test
    void newsMlRefusesPicturesWithdrawnItemsAndUnreadableTimesEachWithItsPlace() {
        ReadInput read = ReadInput.ofSample("newsml.xml");

        assertThat(read.refused())
                .extracting(RefusedArticle::where)
                .containsExactly("newsml.xml item 3", "newsml.xml item 4", "newsml.xml item 5");
        assertThat(read.refused().get(0).reason()).contains("class is not text");
        assertThat(read.refused().get(1).reason()).contains("withheld or canceled");
        assertThat(read.refused().get(2).reason()).contains("versionCreated", "2026-11-18T12:00:00Z");
    }

    @Test
    void nitfGivesItsBodyWithoutPicturesAndKnowsNamedCharacters() {
        ReadInput read = ReadInput.ofSample("nitf.xml");

        assertThat(read.articles())
                .containsExactly(new NewsArticle(
                        "gulfpress.20261117.0042",
                        "Blast kills three at Aden port",
                        "A missile struck the port of Aden on Tuesday, killing three dock workers, the health office said."
                                + "\n\nThe café beside the gate burnt down.",
                        Instant.parse("2026-11-17T15:30:00Z"),
                        "https://gulfpress.example/0042",
                        "Gulf Press"));
        assertThat(read.refused()).isEmpty();
    }

    @Test
    void ninjsOfTheFirstVersionsPrefersMarkupSinceItTellsParagraphs() {
        ReadInput read = ReadInput.ofSample("ninjs-1.json");

        assertThat(read.articles())
                .containsExactly(new NewsArticle(
                        "https://northline.example/items/n1",
                        "Shelling wounds four in Nikopol",
                        "Russian troops shelled Nikopol on Wednesday, wounding four people, the governor said."
                                + "\n\nA clinic was damaged.",
                        Instant.parse("2026-11-18T09:00:00Z"),
                        "https://northline.example/items/n1",
                        "Northline Wire"));
    }

    @Test
    void ninjsOfTheLaterVersionsIsReadFromAnArray() {
        ReadInput read = ReadInput.ofSample("ninjs-2.json");

        assertThat(read.articles())
                .containsExactly(new NewsArticle(
                        "urn:ninjs:lake.example:2",
                        "Rebels seize the mining town of Rubaya",
                        "Rebels seized the mining town of Rubaya on Sunday, residents said.\n\nThe army did not comment.",
                        Instant.parse("2026-11-16T03:00:00Z"),
                        null,
                        "Lake Radio"));
        assertThat(read.refused())
                .extracting(RefusedArticle::where)
                .containsExactly("ninjs-2.json item 2", "ninjs-2.json item 3");
    }

    @Test
    void ninjsIsReadLineByLineAndABrokenLineDoesNotStopTheOthers() {
        ReadInput read = ReadInput.of(Arrivals.STANDARD_INPUT, ReadInput.sample("ninjs-3.jsonl"));

        assertThat(read.articles())
                .extracting(NewsArticle::id)
                .containsExactly("urn:ninjs:sahel.example:10", "urn:ninjs:sahel.example:13");
        assertThat(read.refused())
                .extracting(RefusedArticle::where)
                .containsExactly("standard input:2", "standard input:3");
    }

    @Test
    void aPageGivesItsMainTextWithoutMenusAndLinks() {
        ReadInput read = ReadInput.ofSample("page.html");

        assertThat(read.articles()).hasSize(1);
        NewsArticle article = read.articles().get(0);
        assertThat(article.id()).isEqualTo("page");
        assertThat(article.title()).isEqualTo("Shells hit Aden port");
        assertThat(article.source()).isEqualTo("Coast Daily");
        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2026-11-17T13:20:00Z"));
        assertThat(article.text().split("\n\n")).hasSize(3);
        assertThat(article.text()).startsWith("Shells hit the port").doesNotContain("soups", "Subscribe", "Sport");
    }

    @Test
    void anArchiveGivesItsPagesAndPassesOverTheRest() {
        ReadInput read = ReadInput.ofSample("pages.warc");

        assertThat(read.articles())
                .extracting(NewsArticle::id, NewsArticle::url, NewsArticle::title, NewsArticle::publishedAt)
                .containsExactly(tuple(
                        "urn:uuid:00000000-0000-4000-8000-000000000001",
                        "https://coast.example/aden",
                        "Shells hit Aden port",
                        Instant.parse("2026-11-17T13:20:00Z")));
        assertThat(read.refused()).hasSize(1);
        assertThat(read.refused().get(0).where()).startsWith("pages.warc record 5 (byte ");
        assertThat(read.refused().get(0).reason()).contains("no main text");
    }

    @Test
    void anArchiveWhoseRecordsAreCompressedEachGivesTheSame() {
        ReadInput plain = ReadInput.ofSample("pages.warc");

        String[] records =
                new String(ReadInput.sample("pages.warc"), StandardCharsets.UTF_8).split("(?=WARC/1.0\\r\\n)");
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        for (String record : records) {
            compressed.writeBytes(ReadInput.gzip(record.getBytes(StandardCharsets.UTF_8)));
        }

        ReadInput read = ReadInput.of("pages.warc.gz", compressed.toByteArray());

        assertThat(records).hasSize(5);
        assertThat(read.articles()).isEqualTo(plain.articles()).hasSize(1);
        assertThat(ReadInput.of("pages.warc.gz", ReadInput.gzip(ReadInput.sample("pages.warc")))
                        .articles())
                .isEqualTo(plain.articles());
    }

    @Test
    void anArchiveOfTextTellsHeadlineAndLanguage() {
        ReadInput read = ReadInput.ofSample("pages.warc.wet");

        assertThat(read.articles())
                .extracting(NewsArticle::title, NewsArticle::text, NewsArticle::source)
                .containsExactly(
                        tuple(
                                "Ambush near Gao",
                                "Gunmen ambushed a bus near Gao on Tuesday, killing eleven passengers, the army said."
                                        + "\n\nTwo were hurt.",
                                "plain.example"),
                        tuple("Titular", "Un texto en otro idioma sobre el tiempo.", "plain.example"));
        assertThat(read.languages()).containsExactly("en", "spa");
    }

    @Test
    void tocsinsOwnLinesAreStillRead() {
        byte[] line =
                "{\"id\":\"own-1\",\"text\":\"A shell hit Sumy.\",\"uri\":\"x\"}\n".getBytes(StandardCharsets.UTF_8);

        assertThat(ReadInput.of("own.jsonl", line).articles())
                .extracting(NewsArticle::id)
                .containsExactly("own-1");
        assertThat(ReadInput.of("own.jsonl.gz", ReadInput.gzip(line)).articles())
                .extracting(NewsArticle::id)
                .containsExactly("own-1");
        assertThat(ReadInput.of(Arrivals.STANDARD_INPUT, line).articles()).hasSize(1);
    }

    @Test
    void aFormatCanBeNamedWhereTheNameAndContentDoNotTell() {
        byte[] text = "<p>He said so.</p>".getBytes(StandardCharsets.UTF_8);

        assertThat(ReadInput.of("a.txt", text).articles())
                .extracting(NewsArticle::text)
                .containsExactly("<p>He said so.</p>");
        assertThat(ReadInput.of("a", text, NewsFormat.FEED).refused()).hasSize(1);
    }

    @Test
    void everyFormatIsReadTwiceWithTheSameResult() {
        for (String name :
                Arrays.asList("rss.xml", "atom.xml", "newsml.xml", "nitf.xml", "ninjs-2.json", "pages.warc")) {
            assertThat(ReadInput.ofSample(name)).as(name).isEqualTo(ReadInput.ofSample(name));
        }
    }
}
