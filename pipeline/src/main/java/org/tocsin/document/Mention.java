package org.tocsin.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.Bound;
import org.tocsin.schema.DatePrecision;
import org.tocsin.schema.Method;
import org.tocsin.schema.Place;

/** Something that an annotator recognised in a run of tokens of one sentence. */
public sealed interface Mention {
    /** Index of the first token. */
    int from();

    /** Index behind the last token. */
    int to();

    /**
     * A place name, resolved.
     *
     * @param place what it resolves to; its text is the name as written
     * @param surface how it stands in the text
     * @param relation where the thing told stands to the place, as far as the words before it tell
     * @param within the containing place written right after it ("Hlukhiv, Sumy Oblast"); null where none is written
     */
    record PlaceMention(
            int from,
            int to,
            Place place,
            Surface surface,
            Relation relation,
            @Nullable Place within) implements Mention {
        /** NAME a noun ("Kherson"), ADJECTIVE a division's or country's adjective ("Donetsk" in "Donetsk police"), DATELINE an article's opening place. */
        public enum Surface {
            NAME,
            ADJECTIVE,
            DATELINE
        }

        /** AT the place itself, NEAR for a distance or bearing from it ("40 km from Kupiansk", "north of Lyman", "outside Gao"). */
        public enum Relation {
            AT,
            NEAR
        }
    }

    /**
     * A state, body, armed group or organisation named, or a demonym used for one ("Russian", "the Israelis").
     *
     * @param name canonical name, for example "Russia", "Hezbollah", "Russian Ministry of Defence"
     * @param country ISO 3166-1 alpha-2 code; null for international bodies
     * @param kind what it is
     * @param demonym whether only an adjective or people's name of a country stands there
     */
    record ActorMention(
            int from, int to, String name, @Nullable String country, ActorKind kind, boolean demonym)
            implements Mention {}

    /**
     * An office or function ("foreign minister", "spokesperson for the Kremlin").
     *
     * @param role the office in lower case
     * @param body the body that the office belongs to, where the office alone tells it; null otherwise
     */
    record OfficeMention(
            int from, int to, String role, @Nullable String body) implements Mention {}

    /**
     * A person named with capital letters next to an office or as a known name.
     *
     * @param name the full name where known ("Volodymyr Zelensky" also for "Zelenskiy")
     * @param role the usual or stated office; null where unknown
     * @param organization the body that the person belongs to; null where unknown
     * @param country ISO 3166-1 alpha-2 code; null where unknown
     */
    record PersonMention(
            int from,
            int to,
            String name,
            @Nullable String role,
            @Nullable String organization,
            @Nullable String country)
            implements Mention {}

    /**
     * A weapon or weapon system.
     *
     * @param system canonical name of the system; null for a class such as "drone"
     * @param method the method that the weapon implies; null where it implies none
     */
    record WeaponMention(
            int from,
            int to,
            @Nullable String system,
            @Nullable Method method) implements Mention {}

    /**
     * A date or a relative date, resolved against the publication day.
     *
     * @param start first day meant
     * @param end last day meant, inclusive
     * @param precision granularity of the wording
     * @param relative whether it was resolved against the publication day
     */
    record DateMention(int from, int to, LocalDate start, LocalDate end, DatePrecision precision, boolean relative)
            implements Mention {}

    /**
     * A number with its bound.
     *
     * @param best the figure; null for words such as "dozens"
     * @param low lowest value that the wording allows; null where open
     * @param high highest value that the wording allows; null where open
     * @param bound how it is to be read
     * @param role what the number counts as far as its neighbours tell
     * @param head index of the token that names what is counted ("people" in "nine people"); -1 where none is found
     */
    record CountMention(
            int from,
            int to,
            @Nullable Long best,
            @Nullable Long low,
            @Nullable Long high,
            Bound bound,
            CountRole role,
            int head)
            implements Mention {}

    /** What a number is: only PLAIN numbers may count people or things. */
    enum CountRole {
        PLAIN,
        ORDINAL,
        AGE,
        CALIBRE,
        DISTANCE,
        RATE,
        PERCENT,
        MONEY,
        TIME,
        DURATION,
        YEAR,
        DATE,
        DESIGNATION,
        MEASURE
    }
}
