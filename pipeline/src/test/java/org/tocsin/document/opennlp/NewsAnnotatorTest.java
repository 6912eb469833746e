package org.tocsin.document.opennlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.article.NewsArticle;
import org.tocsin.article.Typography;
import org.tocsin.document.Document;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;

class NewsAnnotatorTest {
    private final NewsAnnotator annotator = new NewsAnnotator(List.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Gen. Hassan met Lt. Col. Diallo near St. Louis. They left.|2",
                "The blast came at 5 a.m. Tuesday in Herat. Nobody claimed it.|2",
                "Shells fell at 3 p.m. Troops answered.|2",
                "The base lost power and aid.In Marib a depot burned.|2",
                "NYALA. A drone hit the market.|2",
                "The U.S. Navy sank a boat off Hodeidah.|1",
                "Did it end? No. They fired again!|3",
                "No. 5 Company held the ridge.|1",
            })
    void splitsSentencesAsNewsWritesThem(String text, int sentences) {
        assertThat(annotate(text).sentences()).hasSize(sentences);
    }

    @Test
    void numbersParagraphsAtLineEndsAndJoinsWrappedLines() {
        Document document = annotate("Rebels took the dam.\n\nThe army, which had\nleft, came back.\n\u2022 Two died");

        assertThat(document.sentences()).extracting(Sentence::paragraph).containsExactly(0, 1, 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kyiv\u2019s drones hit Kursk.|Kyiv 's drones hit Kursk .",
                "An eight-year-old left Goma.|An eight-year-old left Goma .",
                "The Houthis\u2019 missiles\u2014some 12,000\u2014remain.|The Houthis ' missiles -- some 12,000 -- remain .",
                "They paid $40m for S-400s.|They paid $ 40m for S-400s .",
                "It didn\u2019t stop Gen. Diallo.|It did n't stop Gen. Diallo .",
                "Iran (the sponsor) denied it.|Iran ( the sponsor ) denied it .",
            })
    void splitsTokensAsTheTreebankDoes(String text, String tokens) {
        String joined = String.join(
                " ",
                annotate(text).sentences().get(0).tokens().stream()
                        .map(Token::text)
                        .toList());

        assertThat(joined).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource({
        "Missiles struck homes in Zawiya.,strike",
        "Snipers shot men near Gao.,shoot",
        "Police said so on Friday.,say",
        "Gangs seized posts in Jos.,seize",
        "Rescuers carried victims out.,carry",
        "Leaders agreed in Doha.,agree",
        "Planes bombed the pass.,bomb",
        "The army stopped trucks.,stop"
    })
    void givesVerbsTheirDictionaryForm(String text, String lemma) {
        assertThat(annotate(text).sentences().get(0).tokens())
                .extracting(Token::lemma)
                .contains(lemma);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Army artillery shells Loikaw.|shells/VBZ",
                "Turkish drone strikes car in Qamishli.|strikes/VBZ",
                "Al-Shabaab claims responsibility.|claims/VBZ",
                "Libya: Israeli jets bomb a house in Sirte.|bomb/VBP",
                "Militants ambush army convoy near Menaka.|ambush/VBP",
                "Militants overran the garrison at Delwa.|overran/VBD",
                "A series of missile strikes the previous day killed nine.|strikes/NNS",
                "Tank shells hit a school in Omdurman.|shells/NNS",
                "The coalition reported air strikes Tuesday.|strikes/NNS",
                "Residents described rocket attacks the ministry denies.|attacks/NNS",
                "Ten were killed in a bombing in Arauca.|bombing/NN",
                "Rebels were advancing on the town.|advancing/VBG",
                "Soldiers had retaken Harardhere in May.|Harardhere/NNP",
                "A navy officer of M23 fled.|M23/NNP",
            })
    void mendsTagsOfHeadlineVerbsAndNames(String text, String tagged) {
        assertThat(annotate(text).sentences().get(0).tokens())
                .extracting(token -> token.text() + "/" + token.tag())
                .contains(tagged);
    }

    @Test
    void tagsASentenceInCapitalsAsIfInLowerCase() {
        Sentence sentence = annotate("GUERRILLAS KILLED A MAYOR IN THE NORTH OF THE COUNTRY.")
                .sentences()
                .get(0);

        assertThat(sentence.tokens().get(1).tag()).isEqualTo("VBD");
        assertThat(sentence.tokens().get(1).lemma()).isEqualTo("kill");
    }

    @Test
    void keepsTheHeadlineApartFromTheText() {
        Document document = annotator.annotate(
                new NewsArticle("a", "Gen. Diallo dies. Two hurt", "Shells fell.", null, null, null));

        assertThat(document.title()).isNotNull().extracting(Sentence::text).isEqualTo("Gen. Diallo dies. Two hurt");
        assertThat(document.sentences()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void pointsEveryTokenAtItsCharactersOfTheOriginal(int seed) {
        String text = nastyText(new Random(seed));

        Document document = annotate(text);

        int last = 0;
        for (Sentence sentence : document.sentences()) {
            assertThat(sentence.text()).isEqualTo(text.substring(sentence.start(), sentence.end()));
            assertThat(sentence.start()).isGreaterThanOrEqualTo(last);
            int end = sentence.start();
            for (Token token : sentence.tokens()) {
                assertThat(token.start()).isGreaterThanOrEqualTo(end);
                assertThat(token.end()).isGreaterThan(token.start());
                assertThat(plainLetters(Typography.plain(text.substring(token.start(), token.end()))
                                .text()))
                        .isEqualTo(plainLetters(token.text()));
                end = token.end();
            }
            assertThat(end).isEqualTo(sentence.end());
            last = end;
        }
    }

    @Test
    void cutsASentenceThatNeverEnds() {
        Document document = annotate("shell ".repeat(1_000));

        assertThat(document.sentences())
                .allSatisfy(sentence ->
                        assertThat(sentence.tokens()).hasSizeLessThanOrEqualTo(NewsAnnotator.LONGEST_SENTENCE));
        assertThat(document.sentences().stream()
                        .mapToInt(s -> s.tokens().size())
                        .sum())
                .isEqualTo(1_000);
    }

    @Test
    void leavesOutARunWithoutSpacesAndReadsOnBehindIt() {
        Document document = annotate("Shells fell. " + ",".repeat(100_000) + " Troops left.");

        assertThat(document.sentences()).extracting(Sentence::text).containsExactly("Shells fell.", "Troops left.");
    }

    @Test
    void readsOnlyTheFirstPartOfAHugeText() {
        String paragraph = "A drone hit the depot near the river.\n\n";

        Document document = annotate(paragraph.repeat(8_000));

        int words = annotate(paragraph).sentences().get(0).tokens().size();
        assertThat(document.sentences()).hasSize(AnnotationBudget.TOKENS / words);
        assertThat(document.sentences().get(document.sentences().size() - 1).tokens())
                .extracting(Token::tag)
                .doesNotContain("");
    }

    private Document annotate(String text) {
        return annotator.annotate(new NewsArticle("a", "", text, null, null, null));
    }

    /** The letters and digits among the characters of a token. */
    private static String plainLetters(String text) {
        return text.replaceAll("[^A-Za-z0-9\u0400-\u045F\u0600-\u064A]", "");
    }

    private static String nastyText(Random random) {
        List<String> pieces = List.of(
                "Kyiv",
                "\u0425\u0430\u0440\u043A\u0456\u0432",
                "\u063A\u0632\u0629",
                "\uD83D\uDE80",
                "e\u0301clair",
                "\u201C",
                "\u201D",
                "\u2019s",
                "\u2014",
                "12,000",
                "cease\u00ADfire",
                "\u2026",
                ".",
                "\n\n",
                "\r\n",
                "\u00A0",
                "o\uFB03cer",
                "\uD83D",
                "\u200F",
                "Gen.",
                "(",
                ")",
                "$40m",
                "\u0301",
                "!",
                "'",
                "--",
                "\t");
        List<String> text = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            text.add(pieces.get(random.nextInt(pieces.size())));
            text.add(random.nextInt(3) == 0 ? "" : " ");
        }
        return String.join("", text);
    }
}
