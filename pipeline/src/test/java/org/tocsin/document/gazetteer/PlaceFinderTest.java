package org.tocsin.document.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tocsin.document.gazetteer.Articles.places;
import static org.tocsin.document.gazetteer.Articles.told;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.document.Mention;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Mention.PlaceMention.Relation;
import org.tocsin.document.Mention.PlaceMention.Surface;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.PlacePrecision;

/** Place names in sentences: which place they mean, and when they mean none. */
class PlaceFinderTest {
    @Test
    void townCarriesItsDivisionCountryCoordinatesAndIdentifier() {
        PlaceMention town =
                places("Drones hit a dormitory in Hlukhiv, Ukraine.").get(0);

        assertThat(told(town)).isEqualTo("Hlukhiv, Sumy Oblast, UA");
        assertThat(town.place().getLat()).isCloseTo(51.68, within(0.05));
        assertThat(town.place().getLon()).isCloseTo(33.91, within(0.05));
        assertThat(town.place().getGeonamesId()).isNotNull();
        assertThat(town.place().getPrecision()).isEqualTo(PlacePrecision.TOWN);
        assertThat(town.place().getText()).isEqualTo("Hlukhiv");
        assertThat(town.from()).isEqualTo(5);
        assertThat(town.to()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Shells fell on Tripoli, Lebanon.                         | Tripoli, North Lebanon, LB
        Militias clashed in Tripoli as Libya slid into war.      | Tripoli, Tripoli, LY
        A blast killed four in Hyderabad, Pakistan.              | Hyderabad, Sindh, PK
        Police in Hyderabad, India, closed the road.             | Hyderabad, Telangana, IN
        Gunmen entered Gao, Mali, at dawn.                       | Gao, Gao, ML
        A bomb went off in Santa Cruz, Bolivia.                  | Santa Cruz de la Sierra, Santa Cruz Department, BO
        A car bomb exploded in Valencia, Venezuela.              | Valencia, Carabobo, VE
        Protesters marched in Alexandria, Egypt.                 | Alexandria, Alexandria, EG
        Officers were shot in San José, Costa Rica.              | San José, San José, CR
        """)
    void homonymFollowsTheCountryThatIsNamed(String sentence, String expected) {
        assertThat(told(sentence)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Soldiers crossed the border into Niger from Nigeria.     | Niger, null, NE
        Rebels attacked a barracks in Niger State, Nigeria.      | Niger State, Niger State, NG
        Georgia and Russia accused each other.                   | Georgia, null, GE
        Taiwan scrambled jets.                                   | Taiwan, null, TW
        A tanker was hit in the Red Sea.                         | Red Sea, null, null
        India blamed Islamabad for the shelling.                 | Islamabad, Islamabad, PK
        Drones were shot down over Rostov in Russia.             | Rostov-on-Don, Rostov Oblast, RU
        A convoy left Gao for Ansongo at night.                  | Ansongo, Gao, ML
        Gunmen burned huts in Goma.                              | Goma, North Kivu, CD
        The army shelled Deir al-Balah in the Gaza Strip.        | Deir al-Balah, Gaza Strip, PS
        """)
    void usualMeaningWinsOverANamesake(String sentence, String expected) {
        assertThat(told(sentence)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Rockets hit the outskirts of the capital of Niger.       | Niamey, Niamey, NE
        Gunmen shelled a market in Mali's capital.               | Bamako, Bamako, ML
        Protesters burned tyres in Haiti's capital city.         | Port-au-Prince, Ouest, HT
        """)
    void describedCapitalIsTheTown(String sentence, String expected) {
        assertThat(told(sentence)).containsExactly(expected);
    }

    @Test
    void descriptionBesideTheNameOfTheCapitalAddsNothing() {
        assertThat(told("Shells fell on Mogadishu, the capital of Somalia, at noon."))
                .containsExactly("Mogadishu, Banaadir, SO", "Somalia, null, SO");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Malian capital spending fell.",
                "The provincial capital was quiet.",
                "Somali capital flight grew."
            })
    void otherCapitalIsNoTown(String sentence) {
        assertThat(places(sentence)).noneMatch(place -> place.place().getPrecision() == PlacePrecision.TOWN);
    }

    @Test
    void nameBorneByManyVillagesGivesNothingUnlessItsDivisionIsNamed() {
        assertThat(told("Shelling hit Ivanivka in Ukraine.")).containsExactly("Ukraine, null, UA");
        assertThat(told("Shelling hit Ivanivka, Kherson Oblast, in Ukraine."))
                .contains("Kherson Oblast, Kherson Oblast, UA")
                .anyMatch(place -> place.startsWith("Ivanivka, Kherson Oblast"));
    }

    @Test
    void namesakeInAnotherDivisionThanTheOneWrittenGivesNoPin() {
        assertThat(places("Ukraine said the village of Novotroitske in the Donetsk region was shelled."))
                .filteredOn(place -> place.place().getLat() == null)
                .singleElement()
                .extracting(Articles::told)
                .isEqualTo("Novotroitske, Donetsk Oblast, UA");
        assertThat(told("Ukraine said the town of Hlukhiv in the Sumy region was shelled."))
                .contains("Hlukhiv, Sumy Oblast, UA");
    }

    @Test
    void smallTownWithoutItsCountryGivesNothing() {
        assertThat(told("The committee met in Ataye.")).isEmpty();
        assertThat(told("Rebels from Congo raided a mine near Mambasa."))
                .containsExactly("Democratic Republic of the Congo, null, CD");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Ukraine said Kharkov was shelled.                    | Kharkiv, Kharkiv Oblast, UA
        Ukraine said Russian troops entered Volchansk.       | Vovchansk, Kharkiv Oblast, UA
        Sirens sounded in Kiev, Ukraine.                     | Kyiv, Kyiv, UA
        Strikes hit Deir ez-Zor in Syria.                    | Deir ez-Zor, Deir ez-Zor, SY
        Houthi fighters left Sana'a, Yemen.                  | Sanaa, Amanat Alasimah, YE
        """)
    void transliterationsMeetTheSamePlace(String sentence, String expected) {
        assertThat(told(sentence)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Drones struck Sumy Oblast.                           | Sumy Oblast, Sumy Oblast, UA      | Sumy Oblast
        Drones struck the Belgorod Region.                   | Belgorod Oblast, Belgorod Oblast, RU | Belgorod Region
        Two men died in Kharkov Region, officials said.      | Kharkiv Oblast, Kharkiv Oblast, UA | Kharkov Region
        Rebels hold Idlib governorate.                       | Idlib, Idlib, SY                  | Idlib governorate
        Thousands fled North Darfur state.                   | North Darfur, North Darfur, SD    | North Darfur state
        Insurgents burned farms in Borno State.              | Borno State, Borno State, NG      | Borno State
        A bomb hit a mosque in Khyber Pakhtunkhwa province.  | Khyber Pakhtunkhwa, Khyber Pakhtunkhwa, PK | Khyber Pakhtunkhwa province
        The Taliban attacked Helmand.                        | Helmand, Helmand, AF              | Helmand
        Israel bombed the Gaza Strip.                        | Gaza Strip, Gaza Strip, PS        | Gaza Strip
        Israel bombed Gaza.                                  | Gaza Strip, Gaza Strip, PS        | Gaza
        """)
    void divisionIsReadWithItsWord(String sentence, String expected, String text) {
        PlaceMention division = places(sentence).stream()
                .filter(mention -> told(mention).equals(expected))
                .findFirst()
                .orElseThrow();

        assertThat(division.place().getPrecision()).isEqualTo(PlacePrecision.ADMIN1);
        assertThat(division.place().getText()).isEqualTo(text);
    }

    @Test
    void pluralWordHoldsForEachNameOfAList() {
        assertThat(told("Fighting goes on in the Donetsk and Luhansk regions."))
                .containsExactly("Donetsk Oblast, Donetsk Oblast, UA", "Luhansk Oblast, Luhansk Oblast, UA");
    }

    @Test
    void townNameAloneMeansTheTownNotItsDivision() {
        assertThat(told("Missiles hit Kherson in Ukraine.")).contains("Kherson, Kherson Oblast, UA");
        assertThat(places("Missiles hit Kherson in Ukraine.").get(0).place().getPrecision())
                .isEqualTo(PlacePrecision.TOWN);
        assertThat(told("Israel bombed Gaza City.")).contains("Gaza City, Gaza Strip, PS");
    }

    @Test
    void chainTellsTheContainer() {
        PlaceMention town = places("The arsenal lies near the town of Karachev in Bryansk Oblast.")
                .get(0);

        assertThat(told(town)).isEqualTo("Karachev, Bryansk Oblast, RU");
        assertThat(town.relation()).isEqualTo(Relation.NEAR);
        assertThat(town.within())
                .extracting(place -> place == null ? null : place.getName())
                .isEqualTo("Bryansk Oblast");
    }

    @Test
    void possessorIsAContainer() {
        assertThat(told("Lebanon's Tripoli was quiet.")).contains("Tripoli, North Lebanon, LB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Troops advanced north of Kupiansk in Ukraine.",
                "The depot is 40 km from Kupiansk in Ukraine.",
                "The depot is 40 kilometres (25 miles) from Kupiansk in Ukraine.",
                "A convoy was hit outside Kupiansk in Ukraine.",
                "Troops attacked in the Kupiansk direction in Ukraine."
            })
    void bearingIsNotThePlaceItself(String sentence) {
        assertThat(places(sentence).get(0).relation()).isEqualTo(Relation.NEAR);
    }

    @Test
    void placeOfTheActIsAt() {
        assertThat(places("A school in Kupiansk, Ukraine, was hit.").get(0).relation())
                .isEqualTo(Relation.AT);
    }

    @Test
    void datelineIsMarkedInCapitals() {
        List<PlaceMention> places = places("KHARKIV, Ukraine — A drone hit a clinic on Monday.");

        assertThat(told(places.get(0))).isEqualTo("Kharkiv, Kharkiv Oblast, UA");
        assertThat(places.get(0).surface()).isEqualTo(Surface.DATELINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dr. Paris said the patients were stable.",
                "Jackson said he would vote against it.",
                "Victoria Nuland flew home on Sunday.",
                "Michael Jordan scored again in March.",
                "Of the crew, Reading and Nice survived.",
                "Vladimir was late and Sofia left.",
                "General Lincoln wrote to Washington Irving."
            })
    void peopleAndWordsAreNoPlaces(String sentence) {
        assertThat(told(sentence)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Обстріл Харкова тривав усю ніч.",
                "قصفت الطائرات مدينة غزة ليلا.",
                "哈尔科夫遭到袭击。",
                "???!!! ... --- ''",
                "\u200f\u202e\ud83d\ude80"
            })
    void otherScriptsGiveNothingAndDoNotFail(String sentence) {
        assertThat(told(sentence)).isEmpty();
    }

    @Test
    void nameInsideAnotherMentionIsNotAPlace() {
        Mention ministry =
                new Mention.ActorMention(1, 5, "Kyiv City Military Administration", "UA", ActorKind.STATE, false);

        List<PlaceMention> places = places(
                "", List.of(Articles.sentence(0, "The Kyiv City Military Administration spoke.", List.of(ministry))));

        assertThat(places).isEmpty();
    }

    @Test
    void countryThatActsIsAPlaceAsWell() {
        Mention actor = new Mention.ActorMention(0, 1, "Ukraine", "UA", ActorKind.STATE, false);

        List<PlaceMention> places = places("", List.of(Articles.sentence(0, "Ukraine fired back.", List.of(actor))));

        assertThat(places).extracting(Articles::told).containsExactly("Ukraine, null, UA");
    }

    @Test
    void headlineSupportsASmallTown() {
        assertThat(Articles.titled("Russia: fire after drone raid", "The arsenal in Karachev burned."))
                .extracting(Articles::told)
                .contains("Karachev, Bryansk Oblast, RU");
    }

    @Test
    void villagesCampsAndSeasComeFromOurOwnTable() {
        assertThat(told("Russian units entered Vilcha, Ukraine.")).contains("Vilcha, Kharkiv Oblast, UA");
        assertThat(told("Paramilitaries shelled Zamzam camp in Sudan.")).contains("Zamzam camp, North Darfur, SD");
        assertThat(told("The frigate sank in the Black Sea.")).containsExactly("Black Sea, null, null");
    }
}
