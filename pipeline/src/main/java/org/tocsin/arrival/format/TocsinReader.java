package org.tocsin.arrival.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.tocsin.arrival.Arrival;
import org.tocsin.arrival.Arrivals;
import org.tocsin.arrival.ItemReader;
import org.tocsin.article.ArticleReader;

/** Reads Tocsin's own JSON and plain text; from standard input, one article a line. */
public final class TocsinReader implements ItemReader {
    @Override
    public void read(String name, InputStream in, Consumer<Arrival> to) throws IOException {
        ArticleReader reader = new ArticleReader(
                article -> to.accept(new Arrival.Found(article, null)),
                refused -> to.accept(new Arrival.Refused(refused)));
        if (name.equals(Arrivals.STANDARD_INPUT)) {
            reader.readLines(name, in);
        } else {
            reader.read(name, in);
        }
    }
}
