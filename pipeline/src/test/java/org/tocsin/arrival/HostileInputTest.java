package org.tocsin.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.article.NewsArticle;

/** Broken, oversized and malicious inputs: each is refused with a clear reason, and what is right beside it is read. */
class HostileInputTest {
    private static final String ITEM =
            "<item><guid>http://a.example/1</guid><title>T</title><description>%s</description></item>";

    private static String feed(String items) {
        return "<rss version=\"2.0\"><channel><title>F</title><link>http://a.example/</link><description>d</description>"
                + items + "</channel></rss>";
    }

    private static ReadInput read(String text) {
        return ReadInput.of("in.xml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String onlyReason(ReadInput read) {
        assertThat(read.articles()).isEmpty();
        assertThat(read.refused()).hasSize(1);
        return read.refused().get(0).reason();
    }

    @Test
    void brokenXmlIsNamedWithItsLine() {
        ReadInput read = read("<rss version=\"2.0\">\n<channel>\n<title>x</titel>\n</channel></rss>");

        assertThat(onlyReason(read)).contains("not well-formed XML", "not closed");
        assertThat(read.refused().get(0).where()).isEqualTo("in.xml:3");
    }

    @Test
    void xmlThatIsCutOffIsRefused() {
        assertThat(onlyReason(read("<rss version=\"2.0\"><channel><title>x</title>")))
                .contains("cut off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rss", "nitf", "newsItem", "feed"})
    void anEntityFromOutsideIsRefusedInEveryFormat(String root) {
        String xml =
                "<!DOCTYPE " + root + " [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><" + root + ">&x;</" + root + ">";

        assertThat(onlyReason(read(xml))).contains("declares entities");
    }

    @Test
    void entitiesThatGrowAreRefusedBeforeTheyGrow() {
        StringBuilder declarations = new StringBuilder("<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            declarations
                    .append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }

        String reason = onlyReason(read("<!DOCTYPE rss [" + declarations + "]><rss version=\"2.0\">&a29;</rss>"));

        assertThat(reason).contains("declares entities");
    }

    @Test
    void aParameterEntityIsRefused() {
        String xml = "<!DOCTYPE nitf [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/x.dtd\"> %p;]><nitf/>";

        assertThat(onlyReason(read(xml))).contains("declares entities");
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(onlyReason(read("<rss>" + "<a>".repeat(100_000)))).contains("nested deeper than 200");
    }

    @Test
    void aPageInPlaceOfAFeedIsNamedSo() {
        ReadInput read = ReadInput.of("feed", ReadInput.sample("page.html"), NewsFormat.FEED);

        assertThat(onlyReason(read)).contains("a page (HTML), not a feed");
    }

    @Test
    void markupOfNoKnownFormatIsNamedSo() {
        assertThat(onlyReason(read("<?xml version=\"1.0\"?><!-- a > b --><invoice/>")))
                .contains("markup of no format that can be read");
    }

    @Test
    void anOldNewsMlIsRefusedAndAPackageToo() {
        assertThat(onlyReason(read("<NewsML/>"))).contains("no NewsML-G2");
        assertThat(onlyReason(read("<packageItem/>"))).contains("give newsItem");
    }

    @Test
    void aCompressedFileThatIsCutOffIsNamedSo() {
        byte[] whole = ReadInput.gzip(ReadInput.sample("rss.xml"));

        ReadInput read = ReadInput.of("rss.xml.gz", Arrays.copyOf(whole, whole.length / 2));

        assertThat(onlyReason(read)).contains("cut off");
    }

    @Test
    void aCompressedArchiveThatIsCutOffGivesWhatCameBefore() {
        byte[] whole = ReadInput.sample("pages.warc.wet");
        byte[] twice = concat(ReadInput.gzip(whole), Arrays.copyOf(ReadInput.gzip(whole), 60));

        ReadInput read = ReadInput.of("pages.wet.gz", twice);

        assertThat(read.articles()).hasSize(2);
        assertThat(read.refused()).hasSize(1);
        assertThat(read.refused().get(0).reason()).contains("after record 3", "broken or cut off");
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @Test
    void anArchiveWithAWrongLengthGivesWhatCameBefore() {
        String wet = new String(ReadInput.sample("pages.warc.wet"), StandardCharsets.UTF_8);
        String longer = wet.replaceFirst("Content-Length: (\\d{3})\\b", "Content-Length: 9$1");

        ReadInput read = ReadInput.of("wrong.wet", longer.getBytes(StandardCharsets.UTF_8));

        assertThat(read.refused()).isNotEmpty();
        assertThat(read.refused().get(0).reason()).contains("cut off");
    }

    @Test
    void anItemOfTenMegabytesIsRefusedAndItsNeighbourRead() {
        String big = ITEM.formatted("word ".repeat(2_000_000));
        String small = ITEM.formatted("A shell hit Sumy.").replace("/1", "/2");

        ReadInput read = read(feed(big + small));

        assertThat(read.articles()).extracting(NewsArticle::id).containsExactly("http://a.example/2");
        assertThat(read.refused()).hasSize(1);
        assertThat(read.refused().get(0).where()).isEqualTo("in.xml item 1");
        assertThat(read.refused().get(0).reason()).contains("the limit is 1000000");
    }

    @Test
    void aDocumentThatUnpacksToTooMuchIsRefused() {
        byte[] bomb = ReadInput.gzip(feed(" ".repeat(Limits.DOCUMENT_BYTES)).getBytes(StandardCharsets.UTF_8));

        assertThat(bomb).hasSizeLessThan(100_000);
        assertThat(onlyReason(ReadInput.of("bomb.xml.gz", bomb))).contains("larger than 32 MB");
    }

    @Test
    void aPageOfTooManyElementsIsRefused() {
        byte[] page = ("<!doctype html><html><body>" + "<p>a".repeat(Limits.PAGE_ELEMENTS) + "</body></html>")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(onlyReason(ReadInput.of("a.html", page))).contains("more than 50000 elements");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "windows-1256", "UTF-8", "UTF-16", "UTF-16LE"})
    void theCharacterSetThatIsDeclaredCounts(String charset) {
        String words = charset.equals("windows-1256") ? "قصف الميناء" : "Удар по порту";
        String xml = "<?xml version=\"1.0\" encoding=\"" + charset + "\"?>" + feed(ITEM.formatted(words));

        ReadInput read = ReadInput.of("in.xml", xml.getBytes(Charset.forName(charset)));

        assertThat(read.articles()).extracting(NewsArticle::text).containsExactly(words);
    }

    @Test
    void aMarkOfTheByteOrderCountsBeforeTheDeclaration() {
        byte[] marked = ("\uFEFF<?xml version=\"1.0\" encoding=\"windows-1251\"?>" + feed(ITEM.formatted("Удар")))
                .getBytes(StandardCharsets.UTF_8);

        assertThat(ReadInput.of("in.xml", marked).articles())
                .extracting(NewsArticle::text)
                .containsExactly("Удар");
    }

    @Test
    void theCharacterSetOfAPageIsThatOfItsHead() {
        byte[] page = new String(ReadInput.sample("page.html"), StandardCharsets.UTF_8)
                .replace("charset=\"utf-8\"", "charset=\"windows-1251\"")
                .replace("Nobody claimed", "Никто claimed")
                .getBytes(Charset.forName("windows-1251"));

        assertThat(ReadInput.of("a.html", page).articles().get(0).text()).contains("Никто claimed");
    }

    @Test
    void bytesThatAreNotOfTheirCharacterSetAreNamedWithTheirPlace() {
        byte[] latin = feed(ITEM.formatted("caf\u00e9")).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(onlyReason(ReadInput.of("in.xml", latin))).contains("not valid UTF-8 at byte ");
    }

    @Test
    void aCharacterSetThatNobodyKnowsIsRefused() {
        assertThat(onlyReason(read("<?xml version=\"1.0\" encoding=\"klingon-8\"?>" + feed(""))))
                .contains("does not know");
    }

    @Test
    void anEmptyInputIsNoFeed() {
        assertThat(onlyReason(ReadInput.of("in", new byte[0], NewsFormat.FEED))).contains("not well-formed XML");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"uri\":", "[{\"uri\":\"a\"", "[1,2]", "{\"uri\":\"a\",\"headlines\":{\"x\":1}}"})
    void oddJsonIsRefusedAndNeverThrown(String json) {
        ReadInput read = ReadInput.of("in.json", json.getBytes(StandardCharsets.UTF_8), NewsFormat.NINJS);

        assertThat(read.articles()).isEmpty();
        assertThat(read.refused()).isNotEmpty();
    }
}
