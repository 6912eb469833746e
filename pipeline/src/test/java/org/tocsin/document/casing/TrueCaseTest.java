package org.tocsin.document.casing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrueCaseTest {
    private final TrueCase casing = TrueCase.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Russian drones hit a market in the city of Kherson on Tuesday, killing two people and wounding nine others.",
                "The army said that rebels of the RSF shelled a hospital in El Fasher and that 14 patients were injured.",
                "In Port-au-Prince gunmen killed three policemen near the airport, the mayor told reporters on Monday.",
                "Israeli aircraft bombed the outskirts of Khan Younis overnight. Hamas said that seven civilians died.",
                "President Volodymyr Zelensky accused Russia of shelling a power plant near the town of Nikopol in May 2024.",
                "Two soldiers were wounded by a mine near Cox's Bazar, and the U.S. embassy in Dhaka closed for a day."
            })
    void aTextInCapitalsIsWrittenAsANewspaperWould(String text) {
        assertThat(casing.restored(text.toUpperCase(Locale.ROOT))).isEqualTo(text);
    }

    @Test
    void onlyTheCaseOfLettersChanges() {
        String telex =
                "KABUL, 3 JAN (XYZ) -- [TEXT] A CAR BOMB EXPLODED NEAR THE \u201CGREEN ZONE\u201D;\n\n  12 PEOPLE DIED,"
                        + " SAID COL. \u0130SMA\u0130L KARA\u015E OF THE 5TH BRIGADE. NO. 7 ROAD IS CLOSED...";

        String restored = casing.restored(telex);

        assertThat(restored).hasSameSizeAs(telex);
        assertThat(restored).isEqualToIgnoringCase(telex);
    }

    @Test
    void anAcronymThatTheTextExplainsStaysInCapitals() {
        String restored =
                casing.restored("THE MOVEMENT FOR THE SALVATION OF AZAWAD [MSA] SAID THAT TWO FIGHTERS OF THE MSA"
                        + " DIED IN AN AMBUSH NEAR MENAKA ON SUNDAY.");

        assertThat(restored)
                .contains("[MSA] said that two fighters of the MSA died in an ambush near Menaka on Sunday.");
    }

    @Test
    void aMonthThatIsAWordTooIsToldByItsNumber() {
        String restored = casing.restored(
                "THE GOVERNOR SAID ON 3 MAY THAT THE REBELS MAY RETURN AND THAT TROOPS WOULD MARCH NORTH.");

        assertThat(restored).contains("on 3 May that the rebels may return", "would march north");
    }

    @Test
    void bracketsInsideASentenceDoNotBeginOne() {
        String restored =
                casing.restored("BOGOTA, 4 FEB 90 -- [TEXT] THE ELN [NATIONAL LIBERATION ARMY] DESTROYED A PIPELINE"
                        + " THAT BELONGS TO THE STATE COMPANY.");

        assertThat(restored).contains("[Text] The ELN ", "] destroyed a pipeline");
    }

    @Test
    void aHeadingInCapitalsIsRestoredAndTheTextBelowStays() {
        String text = "SHELLING OF KHERSON MARKET KILLS TWO PEOPLE\nThe UN and NATO said nothing. HIMARS were used.";

        assertThat(casing.restored(text))
                .isEqualTo(
                        "Shelling of Kherson market kills two people\nThe UN and NATO said nothing. HIMARS were used.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "UN, EU, NATO",
                "The IDF and the IRGC traded fire; HIMARS and ATACMS were used by the AFU.",
                "KHARKIV, Ukraine - A glide bomb hit a house."
            })
    void otherTextsStayAsTheyAre(String text) {
        assertThat(casing.restored(text)).isEqualTo(text);
    }
}
