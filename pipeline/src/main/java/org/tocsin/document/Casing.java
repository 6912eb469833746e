package org.tocsin.document;

/** Decides which letters of a text are capitals, before it is read. */
@FunctionalInterface
public interface Casing {
    /** Leaves every text as it is. */
    Casing AS_WRITTEN = text -> text;

    /**
     * The text with the capitals that a newspaper would write.
     *
     * @return a text of the same length that differs in nothing but the case of letters
     */
    String restored(String text);
}
