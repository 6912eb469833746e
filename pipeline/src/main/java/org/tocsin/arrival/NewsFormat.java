package org.tocsin.arrival;

import java.util.function.Supplier;
import org.tocsin.arrival.format.ArchiveReader;
import org.tocsin.arrival.format.FeedReader;
import org.tocsin.arrival.format.NewsmlReader;
import org.tocsin.arrival.format.NinjsReader;
import org.tocsin.arrival.format.NitfReader;
import org.tocsin.arrival.format.PageReader;
import org.tocsin.arrival.format.TocsinReader;

/** A format that articles come in. */
public enum NewsFormat {
    /** RSS 0.9 to 2.0 and Atom. */
    FEED(FeedReader::new),
    /** A page of HTML, of which the main text is taken. */
    HTML(PageReader::new),
    /** NewsML-G2. */
    NEWSML(NewsmlReader::new),
    /** ninjs 1.x to 3.x. */
    NINJS(NinjsReader::new),
    /** NITF. */
    NITF(NitfReader::new),
    /** Tocsin's own: JSON with id, title, text ..., one a file or one a line, and plain text; by the ending of the file. */
    TOCSIN(TocsinReader::new),
    /** WARC and WET. */
    WARC(ArchiveReader::new);

    private final Supplier<ItemReader> reader;

    NewsFormat(Supplier<ItemReader> reader) {
        this.reader = reader;
    }

    /** A reader of the format. */
    public ItemReader reader() {
        return reader.get();
    }
}
