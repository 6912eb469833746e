package org.tocsin.document.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.KnowledgeTable.Row;

/** The compiled data and the tables beside it. */
class GazetteerTest {
    private static final Gazetteer GAZETTEER = Gazetteer.shared();
    private static final double SAME_PLACE_KM = 5;

    @ParameterizedTest
    @CsvSource({
        "Sana'a, sanaa",
        "San José, san jose",
        "Deir ez-Zor, deir ez zor",
        "Łódź, lodz",
        "Rafaḩ, rafah",
        "St. Petersburg, st petersburg",
        "Aǧcabǝdi, agcabadi",
        "-, ''",
    })
    void keyHoldsNoMarks(String name, String key) {
        assertThat(NameKey.of(name)).isEqualTo(key);
    }

    @Test
    void holdsTheWorldsTowns() {
        assertThat(GAZETTEER.size()).isGreaterThan(200_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kharkiv", "Kharkov", "Charkiw", "KHARKIV"})
    void spellingsMeetOneTown(String name) {
        assertThat(GAZETTEER.candidates(name))
                .extracting(Candidate::entry)
                .filteredOn(entry -> entry.kind() == PlaceKind.TOWN)
                .anySatisfy(entry -> {
                    assertThat(entry.geonamesId()).isEqualTo(706483L);
                    assertThat(entry.admin1Name()).isEqualTo("Kharkiv Oblast");
                    assertThat(entry.lat()).isEqualTo(49.98081);
                });
    }

    @Test
    void unknownNameHasNoCandidates() {
        assertThat(GAZETTEER.candidates("Nowherestadt")).isEmpty();
        assertThat(GAZETTEER.candidates("")).isEmpty();
    }

    @Test
    void unknownDivisionIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> GAZETTEER.division("UA.99")).hasMessageContaining("UA.99");
    }

    @Test
    void everyStateHasACodeOfItsOwnAndIsFoundByEachVariant() {
        Set<String> codes = new HashSet<>();
        for (Row row : rows("countries.tsv")) {
            String code = row.required("code");
            assertThat(codes.add(code)).as("code %s stands once", code).isTrue();
            for (String name : names(row)) {
                assertThat(GAZETTEER.candidates(name))
                        .as(name)
                        .extracting(Candidate::entry)
                        .anyMatch(entry -> entry.kind() == PlaceKind.COUNTRY && code.equals(entry.country()));
            }
        }
        assertThat(codes).containsAll(unitedNations()).contains("XK", "PS", "TW", "EH");
    }

    @Test
    void everyLocalityIsFoundByEachVariantInsideItsDivision() {
        for (Row row : rows("localities.tsv")) {
            for (String name : names(row)) {
                assertThat(GAZETTEER.candidates(name))
                        .as(name)
                        .extracting(Candidate::entry)
                        .anySatisfy(entry -> {
                            assertThat(entry.name()).isEqualTo(row.required("name"));
                            assertThat(entry.country()).isEqualTo(row.optional("country"));
                        });
            }
            if (row.optional("admin1") != null) {
                assertThat(row.cell("admin1")).startsWith(row.cell("country") + ".");
            }
        }
    }

    @Test
    void noLocalityRepeatsATownOfGeoNames() {
        for (Row row : rows("localities.tsv")) {
            List<GazetteerEntry> all = GAZETTEER.candidates(row.required("name")).stream()
                    .map(Candidate::entry)
                    .filter(entry -> entry.kind() == PlaceKind.TOWN)
                    .toList();
            for (GazetteerEntry one : all) {
                assertThat(all)
                        .as("%s is in GeoNames already", row.required("name"))
                        .noneMatch(other -> one.geonamesId() == null
                                && other.geonamesId() != null
                                && one.kmTo(other) < SAME_PLACE_KM);
            }
        }
    }

    @Test
    void everyOwnPlaceLiesNearItsDivision() {
        for (Row row : rows("localities.tsv")) {
            if (row.optional("admin1") == null) {
                continue;
            }
            GazetteerEntry place = GAZETTEER.candidates(row.required("name")).stream()
                    .map(Candidate::entry)
                    .filter(entry -> entry.geonamesId() == null && entry.name().equals(row.required("name")))
                    .filter(entry -> entry.admin1() == GAZETTEER.division(row.cell("admin1")))
                    .findFirst()
                    .orElseThrow(() -> row.error("is not found"));

            assertThat(place.kmTo(GAZETTEER.entry(place.admin1())))
                    .as("%s to the middle of %s in km", place.name(), place.admin1Name())
                    .isLessThan(450);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"place-cues.tsv", "division-words.tsv", "stop-names.tsv", "preferred-readings.tsv"})
    void everyCueIsWrittenAsItIsLookedUpAndStandsOnce(String table) {
        Set<String> seen = new HashSet<>();
        for (Row row : rows(table)) {
            String first = firstCell(table, row);
            if (!table.equals("preferred-readings.tsv")) {
                assertThat(first).isEqualTo(first.toLowerCase(Locale.ROOT));
            }
            String role = table.equals("place-cues.tsv") ? row.required("role") : "";
            assertThat(seen.add(first + role)).as("%s stands once", first).isTrue();
        }
        assertThat(seen).isNotEmpty();
        assertThat(PlaceCues.load()).isNotNull();
    }

    @Test
    void everyPreferredReadingNamesADivision() {
        for (Row row : rows("preferred-readings.tsv")) {
            assertThat(GAZETTEER.division(row.required("code"))).isNotNegative();
        }
    }

    private static String firstCell(String table, Row row) {
        return switch (table) {
            case "place-cues.tsv" -> row.required("cue");
            case "division-words.tsv" -> row.required("word");
            default -> row.required("name");
        };
    }

    private static List<Row> rows(String table) {
        return KnowledgeTable.load(Gazetteer.class, table).rows();
    }

    private static Set<String> names(Row row) {
        Set<String> names = new HashSet<>(row.several("variants"));
        names.add(row.required("name"));
        return names;
    }

    /** ISO 3166-1 codes of the 193 members of the United Nations. */
    private static List<String> unitedNations() {
        return Arrays.asList(
                ("AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA"
                                + " CF TD CL CN CO KM CG CD CR CI HR CU CY CZ DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM"
                                + " GE DE GH GR GD GT GN GW GY HT HN HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KI KP KR KW KG LA"
                                + " LV LB LS LR LY LI LT LU MG MW MY MV ML MT MH MR MU MX FM MD MC MN ME MA MZ MM NA NR NP NL NZ"
                                + " NI NE NG MK NO OM PK PW PA PG PY PE PH PL PT QA RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG"
                                + " SK SI SB SO ZA SS ES LK SD SR SE CH SY TJ TZ TH TL TG TO TT TN TR TM TV UG UA AE GB US UY UZ"
                                + " VU VE VN YE ZM ZW")
                        .split(" "));
    }
}
