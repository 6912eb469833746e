package org.tocsin.cli.export;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.tocsin.document.KnowledgeTable;

/**
 * The codes of a country in other lists; each empty where the list has none.
 *
 * @param iso3 ISO 3166-1 alpha-3
 * @param numeric ISO 3166-1 numeric, three digits
 * @param fips FIPS 10-4
 */
record CountryCodes(String iso3, String numeric, String fips) {
    private static final CountryCodes NONE = new CountryCodes("", "", "");
    private static final Map<String, CountryCodes> TABLE = load();

    /** The codes of a country; all empty where it is unknown. */
    static CountryCodes of(String country) {
        return TABLE.getOrDefault(country, NONE);
    }

    /** The codes of a division, where a list codes it apart from its country; else those of the country. */
    static CountryCodes of(String country, String division) {
        return TABLE.getOrDefault(country + "/" + division, of(country));
    }

    /** English name of a country as the Unicode CLDR has it; empty where the country is unknown. */
    static String name(String country) {
        return country.isEmpty()
                ? ""
                : new Locale.Builder().setRegion(country).build().getDisplayCountry(Locale.ENGLISH);
    }

    private static Map<String, CountryCodes> load() {
        Map<String, CountryCodes> table = new HashMap<>();
        for (KnowledgeTable.Row row : KnowledgeTable.load(
                        CountryCodes.class, "country-codes.tsv", "code", "iso3", "iso_numeric", "fips")
                .rows()) {
            table.put(
                    row.required("code"),
                    new CountryCodes(row.cell("iso3"), row.cell("iso_numeric"), row.cell("fips")));
        }
        return table;
    }
}
