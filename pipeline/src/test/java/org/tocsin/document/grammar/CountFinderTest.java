package org.tocsin.document.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Mention.CountRole;
import org.tocsin.schema.Bound;

class CountFinderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nine people died in Sumy.|9",
                "Shelling killed twenty-one soldiers near Gao.|21",
                "A raid freed one hundred and twenty hostages.|120",
                "The quake left 12,000 families homeless.|12000",
                "About two dozen houses burned in Deir ez-Zor.|24",
                "Half a dozen trucks were hit outside Marib.|6",
                "Aid reached 1.2 million people in Darfur.|1200000",
                "Two thousand five hundred fighters left Aleppo.|2500",
                "Militants abducted a hundred girls in Zamfara.|100",
                "He counted 3 lakh voters in Manipur.|300000",
            })
    void readsFiguresAndWords(String text, long figure) {
        CountMention count = only(text);

        assertThat(count.best()).isEqualTo(figure);
        assertThat(count.role()).isEqualTo(CountRole.PLAIN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "At least nine villagers were killed.|9|9|-|AT_LEAST",
                "More than 40 shells fell on Hodeidah.|40|40|-|AT_LEAST",
                "Up to 15 gunmen stormed the base.|15|-|15|AT_MOST",
                "Some 300 families fled Goma.|300|-|-|ABOUT",
                "Officials found between 5 and 7 bodies.|5|5|7|AT_LEAST",
                "Nine to eleven miners are missing.|9|9|11|AT_LEAST",
                "Three or four rebels escaped.|3|3|4|AT_LEAST",
                "Police detained 60 or more protesters.|60|60|-|AT_LEAST",
                "Dozens of worshippers were hurt.|-|24|99|ABOUT",
                "At least several hundred civilians fled.|-|300|-|AT_LEAST",
                "Tens of thousands of people left Rafah.|-|20000|99000|ABOUT",
                "No fewer than 8 medics were wounded.|8|8|-|AT_LEAST",
                "Fewer than ten houses stand.|10|-|10|AT_MOST",
            })
    void readsBounds(String text, @Nullable Long best, @Nullable Long low, @Nullable Long high, Bound bound) {
        CountMention count = only(text);

        assertThat(count.best()).isEqualTo(best);
        assertThat(count.low()).isEqualTo(low);
        if (best == null && high != null) {
            assertThat(count.high()).isGreaterThanOrEqualTo(high);
        } else {
            assertThat(count.high()).isEqualTo(high);
        }
        assertThat(count.bound()).isEqualTo(bound);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The shop belonged to Maryam Haddad, 58, of Tyre.|AGE",
                "A 14-year-old was shot in Jenin.|AGE",
                "She is 12 years old.|AGE",
                "He was 48.|AGE",
                "A 155mm shell hit the school.|CALIBRE",
                "The village lies 40 km from Bakhmut.|DISTANCE",
                "The battle lasted 19 hours.|DURATION",
                "Prices rose 12 percent in Port Sudan.|PERCENT",
                "They paid $40 million in ransom.|MONEY",
                "The blast came at 5 a.m. in Peshawar.|TIME",
                "The 93rd Brigade held the line.|ORDINAL",
                "Council members back Resolution 1701 again.|DESIGNATION",
                "The war began in 2014 in Luhansk.|YEAR",
                "A 500-kilogram bomb fell on Vovchansk.|MEASURE",
                "The army counts 160 engagements a day.|RATE",
                "The raid took place on November 18 near Gaza.|DATE",
            })
    void tellsWhatANumberIs(String text, CountRole role) {
        assertThat(counts(text)).extracting(CountMention::role).containsExactly(role);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rebels killed nine Malian soldiers on Sunday.|soldiers",
                "Doctors treated 11 of them in Herat.|them",
                "Two others were hurt.|others",
                "The ministry reported 23 dead in Khartoum.|dead",
                "The navy downed 12 Houthi drones over the gulf.|drones",
                "Scores of displaced people slept outside.|people",
            })
    void findsWhatIsCounted(String text, String head) {
        Document document = Annotated.text(text, null);
        CountMention count = Annotated.mentions(document, CountMention.class).get(0);

        assertThat(document.sentences().get(0).tokens().get(count.head()).text())
                .isEqualTo(head);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nobody was hurt in Haifa.|Nobody",
                "No one died in the raid.|No one",
                "There were no casualties in Odesa.|no",
                "None of the passengers was injured.|None",
            })
    void readsNobodyAsZero(String text, String words) {
        Document document = Annotated.text(text, null);
        CountMention count = Annotated.mentions(document, CountMention.class).get(0);

        assertThat(count.best()).isZero();
        assertThat(document.text(
                        document.sentences().get(0).startOf(count.from()),
                        document.sentences().get(0).endOf(count.to())))
                .isEqualTo(words);
    }

    @Test
    void keepsTheTwoFiguresOfACorrectionApart() {
        assertThat(counts("The strike raised the toll from four to five."))
                .extracting(CountMention::best)
                .containsExactly(4L, 5L);
    }

    @Test
    void readsUpToBehindARisingTollAsADirection() {
        assertThat(only("Their deaths brought the toll up to 12.").bound()).isEqualTo(Bound.EXACT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How many fighters remain is unclear.",
                "The armies blamed one another.",
                "The married couple left Mariupol.",
                "He scores goals for a club in Kyiv."
            })
    void leavesOutWordsThatCountNothing(String text) {
        assertThat(counts(text)).isEmpty();
    }

    private static List<CountMention> counts(String text) {
        return Annotated.mentions(Annotated.text(text, null), CountMention.class);
    }

    private static CountMention only(String text) {
        List<CountMention> counts = counts(text);
        assertThat(counts).hasSize(1);
        return counts.get(0);
    }
}
