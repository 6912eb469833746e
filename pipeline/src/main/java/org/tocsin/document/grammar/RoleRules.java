package org.tocsin.document.grammar;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Mention.CountRole;
import org.tocsin.document.Token;
import org.tocsin.document.grammar.Numeral.Form;

/** Tells from the neighbours of a number what it is: an age, a calibre, a year ..., or PLAIN. Thread-safe. */
final class RoleRules {
    private static final int OLDEST = 115;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;
    private static final int RATE_WINDOW = 6;
    private static final Set<String> CURRENCY = Set.of("$", "\u20AC", "\u00A3", "us$", "c$", "a$", "usd", "eur");
    private static final Set<String> YEAR_LEADERS = Set.of(
            "in", "since", "by", "of", "from", "until", "till", "to", "between", "before", "after", "early", "late",
            "mid", "during", "and", "around", "through", "the", "spring", "summer", "autumn", "fall", "winter");
    private static final Set<String> AGE_LEADERS = Set.of("aged", "age", "ages");
    private static final Set<String> PERIODS = Set.of("day", "night", "hour", "week", "month", "year", "minute");
    private static final Set<String> RATE_WORDS =
            Set.of("daily", "nightly", "hourly", "weekly", "monthly", "yearly", "annually");
    private static final Set<String> NOT_A_RATE =
            Set.of("after", "before", "earlier", "later", "ago", "old", "of", "since", "when");
    private static final Set<String> SPAN_LEADERS = Set.of("in", "within", "for", "over", "after", "once", "than");
    private static final Set<String> CLOCK_LEADS = Set.of("past", "to");
    private static final Set<String> CLOCK_PARTS = Set.of("half", "quarter");
    private static final Set<String> PERSON_SUBJECTS = Set.of("he", "she", "who", "oldest", "youngest", "eldest");
    private static final Set<String> KIN = Set.of(
            "sons",
            "daughters",
            "children",
            "brothers",
            "sisters",
            "boys",
            "girls",
            "kids",
            "siblings",
            "grandchildren",
            "son",
            "daughter",
            "brother",
            "sister",
            "boy",
            "girl",
            "child",
            "grandson",
            "granddaughter");

    private final Units units = Units.shared();
    private final CalendarWords calendar = CalendarWords.shared();

    /** The role of a number among these tokens. */
    CountRole role(List<Token> tokens, Numeral numeral) {
        if (numeral.form() == Form.ORDINAL) {
            return isDayOfMonth(tokens, numeral) ? CountRole.DATE : CountRole.ORDINAL;
        }
        if (CURRENCY.contains(lower(tokens, numeral.from() - 1))) {
            return CountRole.MONEY;
        }
        if (numeral.suffix().equals("s")) {
            return hasYearValue(numeral) ? CountRole.YEAR : CountRole.DESIGNATION;
        }
        if (isClockTime(tokens, numeral.from())) {
            return CountRole.TIME;
        }
        CountRole bySuffix = bySuffix(numeral.suffix());
        if (bySuffix != null) {
            return bySuffix;
        }
        if (isAge(tokens, numeral)) {
            return CountRole.AGE;
        }
        CountRole byUnit = byUnit(tokens, numeral);
        if (byUnit != null) {
            return byUnit;
        }
        CountRole byLeft = byLeft(tokens, numeral);
        if (byLeft != null) {
            return byLeft;
        }
        if (isDayOfMonth(tokens, numeral)) {
            return CountRole.DATE;
        }
        if (isYear(tokens, numeral)) {
            return CountRole.YEAR;
        }
        if (!numeral.whole()) {
            return CountRole.MEASURE;
        }
        return isRate(tokens, numeral.to()) ? CountRole.RATE : CountRole.PLAIN;
    }

    /** "half past six", "a quarter to nine". */
    private static boolean isClockTime(List<Token> tokens, int number) {
        return CLOCK_LEADS.contains(lower(tokens, number - 1)) && CLOCK_PARTS.contains(lower(tokens, number - 2));
    }

    private @Nullable CountRole bySuffix(String suffix) {
        if (suffix.isEmpty() || BoundPhrases.shared().suffix(suffix) != null || suffix.startsWith("strong")) {
            return null;
        }
        if (suffix.startsWith("year-old") || suffix.startsWith("month-old") || suffix.startsWith("yr-old")) {
            return CountRole.AGE;
        }
        int hyphen = suffix.indexOf('-');
        CountRole role = units.role(hyphen < 0 ? suffix : suffix.substring(0, hyphen));
        return role == null ? CountRole.DESIGNATION : role;
    }

    /** "aged 9 and 14", "Halyna, 58,", "12 years old", "two sons, 9 and 14". */
    private boolean isAge(List<Token> tokens, Numeral numeral) {
        if (numeral.value() == null || numeral.value() > OLDEST) {
            return false;
        }
        int before = numeral.from() - 1;
        String next = lower(tokens, numeral.to());
        if (AGE_LEADERS.contains(lower(tokens, before))
                || lower(tokens, before).equals("of")
                        && lower(tokens, before - 1).equals("ages")) {
            return true;
        }
        if (isOld(tokens, numeral.to())) {
            return true;
        }
        if (isJoin(lower(tokens, before)) && continuesAges(tokens, before)) {
            return true;
        }
        if (isSaidOfPerson(tokens, before) && endsApposition(tokens, numeral.to())) {
            return true;
        }
        boolean bracketed = lower(tokens, before).equals("(") && next.equals(")");
        boolean apposed = lower(tokens, before).equals(",") && endsApposition(tokens, numeral.to());
        return numeral.form() != Form.RANGE && (bracketed || apposed) && isPersonNamed(tokens, before - 1);
    }

    /** "he was 48", "the oldest of them is 83". */
    private static boolean isSaidOfPerson(List<Token> tokens, int before) {
        if (before < 1 || !tokens.get(before).lemma().equals("be")) {
            return false;
        }
        return PERSON_SUBJECTS.contains(lower(tokens, before - 1))
                || lower(tokens, before - 1).equals("them") && PERSON_SUBJECTS.contains(lower(tokens, before - 3));
    }

    private static boolean isJoin(String word) {
        return word.equals("and") || word.equals(",") || word.equals("to") || word.equals("or");
    }

    /** Whether the figure before this joining word is an age of a list: "aged 9 and", "ages 3 to", "two sons, 9 and". */
    private boolean continuesAges(List<Token> tokens, int join) {
        int at = join - 1;
        while (at > 0
                && (isAgeFigure(tokens.get(at))
                        || isJoin(tokens.get(at).lower())
                        || lower(tokens, at).equals("between"))) {
            at--;
        }
        boolean figureBetween = at < join - 1 && isAgeFigure(tokens.get(join - 1));
        String leader = lower(tokens, at);
        return figureBetween
                && (AGE_LEADERS.contains(leader)
                        || KIN.contains(leader) && lower(tokens, at + 1).equals(","));
    }

    /** "9" or "nine". */
    private static boolean isAgeFigure(Token token) {
        return isFigure(token)
                || token.tag().equals("CD") && Character.isLetter(token.text().charAt(0));
    }

    private static boolean isFigure(Token token) {
        return Character.isDigit(token.text().charAt(0)) && token.text().length() <= 3;
    }

    private static boolean isOld(List<Token> tokens, int at) {
        String unit = lower(tokens, at);
        boolean years = unit.equals("years") || unit.equals("year") || unit.equals("months") || unit.equals("month");
        return years
                && (lower(tokens, at + 1).equals("old")
                        || lower(tokens, at + 1).equals("of")
                                && lower(tokens, at + 2).equals("age"));
    }

    /** Whether an apposition ends here: ", 58, said", ", 61." */
    private static boolean endsApposition(List<Token> tokens, int at) {
        String next = lower(tokens, at);
        return next.isEmpty()
                || next.equals(",")
                || next.equals(".")
                || next.equals(";")
                || next.equals(")")
                || next.equals("--")
                || next.equals("and") && lower(tokens, at + 1).length() > 0 && isFigure(tokens.get(at + 1));
    }

    /** Whether a person is named at this token: a name, or a noun such as "watchman". */
    private boolean isPersonNamed(List<Token> tokens, int at) {
        if (at < 0) {
            return false;
        }
        Token token = tokens.get(at);
        boolean name = token.tag().startsWith("NNP") && !calendar.isCalendarWord(token.lower());
        return name || token.tag().equals("NN") || KIN.contains(token.lower()) || units.isPerson(token.lower());
    }

    /** The role that the word behind the number gives; "million dollars" and "square kilometres" included. */
    private @Nullable CountRole byUnit(List<Token> tokens, Numeral numeral) {
        String next = lower(tokens, numeral.to());
        CountRole role = units.role(next);
        if (role == null && (next.equals("more") || next.equals("full") || next.equals("whole"))) {
            role = units.role(lower(tokens, numeral.to() + 1));
        }
        if (next.equals("per") && lower(tokens, numeral.to() + 1).equals("cent")) {
            return CountRole.PERCENT;
        }
        if (next.equals("-") && units.role(lower(tokens, numeral.to() + 1)) != null) {
            return units.role(lower(tokens, numeral.to() + 1));
        }
        boolean bareLetter = next.length() == 1 && Character.isLetter(next.charAt(0));
        boolean figures = numeral.form() == Form.FIGURES || numeral.form() == Form.RANGE;
        return role != null && (!bareLetter || figures) ? role : null;
    }

    private @Nullable CountRole byLeft(List<Token> tokens, Numeral numeral) {
        int before = numeral.from() - 1;
        if (before < 0 || numeral.form() == Form.VAGUE) {
            return null;
        }
        Token left = tokens.get(before);
        boolean figures = numeral.form() == Form.FIGURES || numeral.form() == Form.RANGE;
        if (left.lower().equals("magnitude") || left.lower().equals("mach")) {
            return CountRole.MEASURE;
        }
        boolean named =
                Character.isUpperCase(left.text().charAt(0)) || left.lower().startsWith("no");
        boolean designated = named && units.designates(left.lower()) && !units.isPerson(lower(tokens, numeral.to()));
        return figures && designated ? CountRole.DESIGNATION : null;
    }

    private boolean isDayOfMonth(List<Token> tokens, Numeral numeral) {
        if (numeral.value() == null || numeral.value() > 31 || numeral.form() == Form.WORDS) {
            return false;
        }
        int before = numeral.from() - 1;
        int after = numeral.to();
        boolean ofMonth = lower(tokens, after).equals("of") && calendar.isMonth(tokens, after + 1);
        boolean joined =
                (lower(tokens, after).equals("and") || lower(tokens, after).equals("-"))
                        && after + 1 < tokens.size()
                        && isFigure(tokens.get(after + 1))
                        && calendar.isMonth(tokens, after + 2);
        return calendar.isMonth(tokens, before) && !units.isPerson(lower(tokens, after))
                || calendar.isMonth(tokens, after)
                || ofMonth
                || joined;
    }

    private boolean isYear(List<Token> tokens, Numeral numeral) {
        if (!hasYearValue(numeral)) {
            return false;
        }
        if (numeral.form() == Form.RANGE) {
            return numeral.high() != null && numeral.high() <= LAST_YEAR;
        }
        String before = lower(tokens, numeral.from() - 1);
        String next = lower(tokens, numeral.to());
        boolean separated = tokens.get(numeral.from()).text().indexOf(',') >= 0;
        if (!separated && closesDate(tokens, numeral)) {
            return true;
        }
        boolean counts = separated || units.isPerson(next) || units.isCasualty(next);
        if (counts) {
            return false;
        }
        boolean plural =
                numeral.to() < tokens.size() && tokens.get(numeral.to()).tag().equals("NNS");
        return YEAR_LEADERS.contains(before) || !plural;
    }

    /** "on 3 October 2026", "on October 3, 2026", "in October 2026"; in "in October 2000 people fled" people are counted. */
    private boolean closesDate(List<Token> tokens, Numeral numeral) {
        int before = numeral.from() - 1;
        if (lower(tokens, before).equals(",")) {
            return isDay(tokens, before - 1) && calendar.isMonth(tokens, before - 2);
        }
        return calendar.isMonth(tokens, before)
                && (isDay(tokens, before - 1) || !units.isPerson(lower(tokens, numeral.to())));
    }

    private static boolean isDay(List<Token> tokens, int at) {
        String word = lower(tokens, at);
        return !word.isEmpty() && Character.isDigit(word.charAt(0));
    }

    private static boolean hasYearValue(Numeral numeral) {
        Double value = numeral.value();
        boolean fourFigures = numeral.form() == Form.FIGURES || numeral.form() == Form.RANGE;
        return value != null && value >= FIRST_YEAR && value <= LAST_YEAR && fourFigures;
    }

    /** Whether "a day", "per month", "daily" follows the thing counted. */
    private static boolean isRate(List<Token> tokens, int from) {
        for (int at = from; at < Math.min(tokens.size(), from + RATE_WINDOW); at++) {
            String word = tokens.get(at).lower();
            if (RATE_WORDS.contains(word)) {
                return true;
            }
            boolean article = word.equals("a")
                    || word.equals("an")
                    || word.equals("per")
                    || word.equals("each")
                    || word.equals("every");
            if (article && PERIODS.contains(lower(tokens, at + 1))) {
                return !NOT_A_RATE.contains(lower(tokens, at + 2)) && !SPAN_LEADERS.contains(lower(tokens, at - 1));
            }
            boolean verb = tokens.get(at).tag().startsWith("VB")
                    && !tokens.get(at).tag().equals("VBN");
            if (verb || word.equals(",") || word.equals(";") || word.equals("and") && !startsNumber(tokens, at + 1)) {
                return false;
            }
        }
        return false;
    }

    private static boolean startsNumber(List<Token> tokens, int at) {
        return at < tokens.size() && tokens.get(at).tag().equals("CD");
    }

    /** The token's text in lower case; empty beyond the sentence. */
    static String lower(List<Token> tokens, int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).lower() : "";
    }
}
