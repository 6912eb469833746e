package org.tocsin.arrival;

/** How much of an input is read; what is larger is refused, so that no input can exhaust the memory or the stack. */
public final class Limits {
    /** Largest document that is held in memory, in bytes after decompression: a feed, a NewsML message, a page, one line of JSON. */
    public static final int DOCUMENT_BYTES = 32 * 1024 * 1024;

    /** Largest page whose main text is searched, in bytes. */
    public static final int PAGE_BYTES = 8 * 1024 * 1024;

    /** Most elements of one page, since the search for the main text compares them. */
    public static final int PAGE_ELEMENTS = 50_000;

    /** Deepest nesting of XML elements. */
    public static final int XML_DEPTH = 200;

    /** Most elements of one XML document. */
    public static final int XML_ELEMENTS = 2_000_000;

    /** Most items of one feed or message. */
    public static final int ITEMS = 20_000;

    private Limits() {}
}
