package org.tocsin.document.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.document.Mention.DateMention;
import org.tocsin.schema.DatePrecision;

class DateFinderTest {
    /** A Tuesday. */
    private static final LocalDate PUBLISHED = LocalDate.of(2025, 1, 14);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A drone hit Romny on Monday evening.|2025-01-13|2025-01-13|DAY",
                "Rockets fell on Tuesday near Sderot.|2025-01-14|2025-01-14|DAY",
                "Militia burned the depot last Wednesday.|2025-01-08|2025-01-08|DAY",
                "The talks will resume on Friday in Doha.|2025-01-17|2025-01-17|DAY",
                "Shells hit Kherson overnight.|2025-01-14|2025-01-14|DAY",
                "Yesterday the army left Sake.|2025-01-13|2025-01-13|DAY",
                "A convoy was hit four days ago near Jenin.|2025-01-10|2025-01-10|DAY",
                "Troops entered Ann last week.|2025-01-06|2025-01-12|WEEK",
                "Clashes flared in December near Goma.|2024-12-01|2024-12-31|MONTH",
                "The camp was shelled last month.|2024-12-01|2024-12-31|MONTH",
                "Gunmen took the town on 6 January, he said.|2025-01-06|2025-01-06|DAY",
                "A mine killed a farmer on Nov. 18 in Helmand.|2024-11-18|2024-11-18|DAY",
                "The siege began in the night of 25 to 26 August.|2024-08-25|2024-08-26|DAY",
                "The port stays closed until 1 March.|2025-03-01|2025-03-01|DAY",
                "More than 90 drones came in the past 24 hours.|2025-01-13|2025-01-14|DAY",
                "Rebels held the mine over the weekend.|2025-01-11|2025-01-12|DAY",
            })
    void resolvesAgainstThePublicationDay(String text, LocalDate start, LocalDate end, DatePrecision precision) {
        DateMention date = only(text);

        assertThat(date.start()).isEqualTo(start);
        assertThat(date.end()).isEqualTo(end);
        assertThat(date.precision()).isEqualTo(precision);
        assertThat(date.relative()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The massacre of 7 October 2023 came at dawn.|2023-10-07|2023-10-07|DAY",
                "On November 18, 2024, a drone hit Hlukhiv.|2024-11-18|2024-11-18|DAY",
                "Logged on 2024-11-20 by the crew.|2024-11-20|2024-11-20|DAY",
                "The coup of February 2021 shut the papers.|2021-02-01|2021-02-28|MONTH",
                "The war began in 2014 near Luhansk.|2014-01-01|2014-12-31|YEAR",
                "On Tuesday, 25 March 2025, gangs came.|2025-03-25|2025-03-25|DAY",
            })
    void readsWrittenYearsWithoutAPublicationDay(String text, LocalDate start, LocalDate end, DatePrecision precision) {
        List<DateMention> dates = Annotated.mentions(Annotated.text(text, null), DateMention.class);

        assertThat(dates).hasSize(1);
        assertThat(dates.get(0).start()).isEqualTo(start);
        assertThat(dates.get(0).end()).isEqualTo(end);
        assertThat(dates.get(0).precision()).isEqualTo(precision);
        assertThat(dates.get(0).relative()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A drone hit Romny on Monday.",
                "Shells hit Kherson overnight.",
                "A mine killed a farmer on 18 November.",
            })
    void leavesOutRelativeDatesWithoutAPublicationDay(String text) {
        assertThat(Annotated.mentions(Annotated.text(text, null), DateMention.class))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The fort fell on 3 May 1855 to the fleet.",
                "The dam may march into a second decade.",
                "He met them on 31 February 2024 in a dream.",
            })
    void leavesOutWhatIsNoDateOfTheCalendar(String text) {
        assertThat(Annotated.mentions(Annotated.text(text, PUBLISHED), DateMention.class))
                .allSatisfy(date -> assertThat(date.precision()).isNotEqualTo(DatePrecision.DAY));
    }

    @Test
    void coversTheWordsOfTheDate() {
        var document = Annotated.text("Police left Tyre on Monday evening in haste.", PUBLISHED);
        DateMention date = Annotated.mentions(document, DateMention.class).get(0);

        assertThat(document.text(
                        document.sentences().get(0).startOf(date.from()),
                        document.sentences().get(0).endOf(date.to())))
                .isEqualTo("Monday evening");
    }

    private static DateMention only(String text) {
        List<DateMention> dates = Annotated.mentions(Annotated.text(text, PUBLISHED), DateMention.class);
        assertThat(dates).hasSize(1);
        return dates.get(0);
    }
}
