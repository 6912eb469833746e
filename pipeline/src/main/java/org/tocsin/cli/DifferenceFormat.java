package org.tocsin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.cli.replay.EventDifference;

/** How differences of events are printed. */
enum DifferenceFormat {
    /** One JSON object a line. */
    JSONL {
        @Override
        List<String> print(EventDifference difference) {
            return List.of(Format.JSONL.print(difference.json()));
        }
    },
    /** A readable line with +, - or ~, and for a changed event one more for each field. */
    TABLE {
        @Override
        List<String> print(EventDifference difference) {
            List<String> lines = new ArrayList<>();
            String article =
                    Printable.line(difference.event().path("article_id").asText());
            lines.add(sign(difference) + " " + EventLine.of(difference.event()) + "  [" + article + "]");
            if (difference instanceof EventDifference.Changed changed) {
                for (EventDifference.FieldDifference field : changed.fields()) {
                    lines.add("    "
                            + Printable.line(
                                    field.field() + ": " + told(field.before()) + " -> " + told(field.after())));
                }
            }
            return lines;
        }
    };

    private static final int LONGEST_VALUE = 80;

    /** The lines of a difference, safe for a terminal. */
    abstract List<String> print(EventDifference difference);

    private static String sign(EventDifference difference) {
        if (difference instanceof EventDifference.Added) {
            return "+";
        }
        return difference instanceof EventDifference.Gone ? "-" : "~";
    }

    private static String told(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "nothing";
        }
        String text = value.isTextual() ? value.asText() : value.toString();
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 1) + "…";
    }
}
