package org.tocsin.event;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.document.Annotator;
import org.tocsin.document.MentionFinder;
import org.tocsin.document.StageWatch;
import org.tocsin.document.casing.TrueCase;
import org.tocsin.document.gazetteer.PlaceFinder;
import org.tocsin.document.grammar.CountFinder;
import org.tocsin.document.grammar.DateFinder;
import org.tocsin.document.lexicon.Lexicons;
import org.tocsin.document.opennlp.NewsAnnotator;

/** The standard coder of English news: which finders recognise mentions, in which order, and every event type. */
public final class EnglishNews {
    private EnglishNews() {}

    /** A new coder, for one thread. Models, gazetteer and lexicons are loaded once and shared. */
    public static Coder coder() {
        return coder(StageWatch.NONE);
    }

    /** A new coder whose stages are watched. */
    public static Coder coder(StageWatch watch) {
        return new Coder(new NewsAnnotator(finders(), TrueCase.shared(), watch), EventTypes.ALL, watch);
    }

    /** The annotator of such a coder alone, for one thread. */
    public static Annotator annotator() {
        return new NewsAnnotator(finders(), TrueCase.shared(), StageWatch.NONE);
    }

    /** Each finder sees the mentions of those before it. */
    private static List<MentionFinder> finders() {
        List<MentionFinder> finders = new ArrayList<>(Lexicons.words());
        finders.addAll(List.of(PlaceFinder.shared(), new CountFinder(), new DateFinder()));
        finders.addAll(Lexicons.persons());
        return List.copyOf(finders);
    }
}
