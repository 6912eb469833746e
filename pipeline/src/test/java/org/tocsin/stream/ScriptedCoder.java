package org.tocsin.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tocsin.document.Document;
import org.tocsin.event.Coder;
import org.tocsin.event.EventIds;
import org.tocsin.event.EventType;
import org.tocsin.incident.Reports;
import org.tocsin.schema.Casualty;
import org.tocsin.schema.Place;
import org.tocsin.schema.Strike;

/**
 * A coder that reads one command a line, so that tests of the stream say which events an article has: {@code strike PLACE},
 * {@code toll PLACE KILLED}, {@code crash}. Other lines are words without meaning.
 */
public final class ScriptedCoder {
    private static final Map<String, Place> PLACES = Map.of(
            "Hlukhiv", Reports.HLUKHIV,
            "Shostka", Reports.SHOSTKA,
            "El-Fasher", Reports.EL_FASHER);

    private ScriptedCoder() {}

    public static Coder coder() {
        return new Coder(
                article -> new Document(article, null, List.of()),
                List.of(
                        new EventType<>("casualty", Casualty.class, () -> ScriptedCoder::tolls),
                        new EventType<>("strike", Strike.class, () -> ScriptedCoder::strikes)));
    }

    private static List<Strike> strikes(Document document) {
        EventIds ids = new EventIds(document.article().id(), "strike");
        List<Strike> strikes = new ArrayList<>();
        for (String[] command : commands(document, "strike")) {
            strikes.add(Reports.strike(ids.next(command[1]), place(command[1]))
                    .setArticleId(document.article().id())
                    .build());
        }
        return strikes;
    }

    private static List<Casualty> tolls(Document document) {
        EventIds ids = new EventIds(document.article().id(), "casualty");
        List<Casualty> tolls = new ArrayList<>();
        for (String[] command : commands(document, "toll")) {
            int killed = Integer.parseInt(command[2]);
            tolls.add(Reports.toll(ids.next(command[1]), place(command[1]), Reports.exactly(killed), null)
                    .setArticleId(document.article().id())
                    .build());
        }
        return tolls;
    }

    private static List<String[]> commands(Document document, String name) {
        List<String> lines = document.article().text().lines().toList();
        if (lines.contains("crash")) {
            throw new IllegalStateException("The article's words, which nobody may log");
        }
        return lines.stream()
                .map(line -> line.split(" "))
                .filter(command -> command[0].equals(name))
                .toList();
    }

    private static Place place(String name) {
        Place place = PLACES.get(name);
        if (place == null) {
            throw new IllegalArgumentException("The test names an unknown place: " + name);
        }
        return place;
    }
}
