package org.tocsin.document.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of ISO 3166-2 codes: hand-checked rows, and that it covers what the gazetteer gives. */
class DivisionCodesTest {
    private static final DivisionCodes CODES = DivisionCodes.shared();
    /** Of the divisions of the countries that ISO divides, at least this share has a code. */
    private static final double COVERED = 0.96;

    @ParameterizedTest
    @CsvSource({
        "UA, Sumy Oblast, UA-59",
        "UA, Donetsk Oblast, UA-14",
        "UA, Zaporizhzhia Oblast, UA-23",
        "UA, Kyiv, UA-30",
        "UA, Kyiv Oblast, UA-32",
        "UA, Crimea, UA-43",
        "UA, Sevastopol, UA-40",
        "RU, Belgorod Oblast, RU-BEL",
        "RU, Moscow, RU-MOW",
        "RU, Moscow Oblast, RU-MOS",
        "RU, North Ossetia-Alania, RU-SE",
        "RU, Altai, RU-AL",
        "RU, Altai Krai, RU-ALT",
        "IL, Southern District, IL-D",
        "IL, Northern District, IL-Z",
        "LB, South Governorate, LB-JA",
        "LB, Nabatieh, LB-NA",
        "SY, Rif Dimashq, SY-RD",
        "SY, Damascus Governorate, SY-DI",
        "SY, Aleppo, SY-HL",
        "IQ, Erbil, IQ-AR",
        "IQ, Nineveh, IQ-NI",
        "IR, Tehran, IR-23",
        "IR, Isfahan, IR-10",
        "YE, Hodeidah, YE-HU",
        "YE, Saada, YE-SD",
        "SD, Khartoum, SD-KH",
        "SD, North Darfur, SD-DN",
        "SD, South Darfur, SD-DS",
        "SD, East Darfur, SD-DE",
        "SD, Central Darfur, SD-DC",
        "SD, West Kordofan, SD-GK",
        "SD, Al Jazirah, SD-GZ",
        "SS, Upper Nile, SS-NU",
        "ET, Amhara, ET-AM",
        "ET, Tigray, ET-TI",
        "SO, Lower Shabeelle, SO-SH",
        "NG, Borno State, NG-BO",
        "NG, Zamfara State, NG-ZA",
        "ML, Mopti, ML-5",
        "BF, Sahel, BF-12",
        "CD, South Kivu, CD-SK",
        "CD, Ituri, CD-IT",
        "MZ, Cabo Delgado Province, MZ-P",
        "MM, Rakhine State, MM-16",
        "MM, Sagaing Region, MM-01",
        "MM, Shan State, MM-17",
        "AF, Kandahar, AF-KAN",
        "PK, Khyber Pakhtunkhwa, PK-KP",
        "IN, Manipur, IN-MN",
        "CO, Bogota D.C., CO-DC",
        "CO, Cauca Department, CO-CAU",
        "MX, Sinaloa, MX-SIN",
        "HT, Ouest, HT-OU",
        "GB, Northern Ireland, GB-NIR",
        "VN, Hanoi, VN-HN",
    })
    void knownDivisionsHaveTheirCode(String country, String division, String code) {
        assertThat(CODES.code(country, division)).isEqualTo(code);
        assertThat(CODES.key(country, division)).isEqualTo(code);
        assertThat(CODES.name(code)).isEqualTo(division);
    }

    @ParameterizedTest
    @CsvSource({"PS, Gaza Strip", "PS, West Bank", "IL, Judea and Samaria", "XK, Pristina"})
    void whatIsoDoesNotListKeepsItsName(String country, String division) {
        assertThat(CODES.code(country, division)).isNull();
        assertThat(CODES.key(country, division)).isEqualTo(country + "/" + division);
        assertThat(CODES.name(country + "/" + division)).isEqualTo(division);
    }

    @Test
    void unknownCountryOrDivisionHasNoCode() {
        assertThat(CODES.code("UA", "Atlantis")).isNull();
        assertThat(CODES.code("ZZ", "Sumy Oblast")).isNull();
        assertThat(CODES.codes("ZZ")).isEmpty();
        assertThat(CODES.division("UA-99")).isNull();
    }

    @Test
    void allCodesOfUkraineAreThere() {
        List<String> codes = CODES.codes("UA");

        assertThat(codes).hasSize(27).isSorted().contains("UA-05", "UA-40", "UA-43", "UA-77");
        assertThat(CODES.ofCountry("UA").keySet()).containsExactlyElementsOf(codes);
    }

    @Test
    void everyDivisionOfTheGazetteerIsInTheTable() {
        List<String> missing = gazetteerDivisions()
                .filter(division -> CODES.division(CODES.key(division.country(), division.name())) == null)
                .map(division -> division.country() + " " + division.name())
                .toList();

        assertThat(missing).as("run data/gazetteer/make-division-codes.mjs").isEmpty();
    }

    @Test
    void nearlyEveryDivisionOfADividedCountryHasACode() {
        List<Named> divided = gazetteerDivisions()
                .filter(division -> !CODES.codes(division.country()).isEmpty())
                .toList();
        long coded = divided.stream()
                .filter(division -> CODES.code(division.country(), division.name()) != null)
                .count();

        assertThat(divided).hasSizeGreaterThan(3_300);
        assertThat((double) coded / divided.size()).isGreaterThan(COVERED);
    }

    private record Named(String country, String name) {}

    private static Stream<Named> gazetteerDivisions() {
        return Gazetteer.shared().divisions().stream()
                .map(entry -> new Named(Objects.requireNonNull(entry.country()), entry.name()));
    }
}
