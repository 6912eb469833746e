package org.tocsin.document.opennlp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import opennlp.tools.postag.POSDictionary;

/** The words that the tag model's dictionary knows in lower case as other than names. */
public final class LowerCaseWords {
    private static final String MODEL = "/en-pos-maxent.bin";
    private static final String DICTIONARY = "tags.tagdict";

    private LowerCaseWords() {}

    /** Whether a word in lower case is a word of the language that is no name. */
    public static boolean contains(String lower) {
        String[] tags = Holder.WORDS.getTags(lower);
        return tags != null && !Arrays.stream(tags).allMatch(tag -> tag.startsWith("NNP"));
    }

    /** Reads the dictionary out of the model's archive; the model that tags is put together without it. */
    private static POSDictionary load() {
        try (InputStream model = LowerCaseWords.class.getResourceAsStream(MODEL)) {
            if (model != null) {
                ZipInputStream entries = new ZipInputStream(model);
                for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                    if (entry.getName().equals(DICTIONARY)) {
                        return POSDictionary.create(entries);
                    }
                }
            }
            throw new IllegalStateException("The tag model " + MODEL + " with its dictionary is not on the class path;"
                    + " run the program with all jars of its lib folder.");
        } catch (IOException e) {
            throw new UncheckedIOException("The dictionary of the tag model cannot be read: its jar is damaged.", e);
        }
    }

    private static final class Holder {
        static final POSDictionary WORDS = load();
    }
}
