package org.tocsin.arrival.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.tocsin.arrival.Arrival;
import org.tocsin.arrival.Draft;
import org.tocsin.arrival.ItemReader;
import org.tocsin.arrival.Limits;
import org.tocsin.arrival.Unreadable;
import org.tocsin.arrival.text.MainText;
import org.tocsin.arrival.text.Page;

/** Reads a page of HTML, which is one article. Its id is the name of the file without folder and ending. */
public final class PageReader implements ItemReader {
    @Override
    public void read(String name, InputStream in, Consumer<Arrival> to) throws IOException, Unreadable {
        Page page = MainText.of(in.readNBytes(Limits.PAGE_BYTES + 1), null);
        to.accept(new Draft(
                        FileNames.stem(name),
                        page.title(),
                        page.text(),
                        page.publishedAt(),
                        null,
                        page.site(),
                        page.language())
                .checked(name));
    }
}
