package org.tocsin.arrival.format;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.tocsin.arrival.Arrival;
import org.tocsin.arrival.Draft;
import org.tocsin.arrival.ItemReader;
import org.tocsin.arrival.Limits;
import org.tocsin.arrival.Unreadable;
import org.tocsin.arrival.text.MainText;
import org.tocsin.arrival.text.MarkupText;
import org.tocsin.arrival.text.Page;

/**
 * Reads WARC (pages that were answered with 200) and WET (their plain text), compressed or not. Records of other kinds, answers
 * that are no pages and failed requests are passed over.
 */
public final class ArchiveReader implements ItemReader {
    private static final int LONGEST_HEADLINE = 300;

    @Override
    public void read(String name, InputStream in, Consumer<Arrival> to) throws IOException, Unreadable {
        int number = 0;
        WarcReader reader = new WarcReader(in);
        while (true) {
            Optional<WarcRecord> record;
            try {
                record = reader.next();
            } catch (IOException e) {
                throw new Unreadable("after record " + number + " (which begins at byte " + reader.position()
                        + ") the archive is broken or cut off (" + e.getClass().getSimpleName()
                        + "); the records before were read, fetch the file again for the others");
            }
            if (record.isEmpty()) {
                return;
            }
            number++;
            read(name + " record " + number + " (byte " + reader.position() + ")", record.get(), to);
        }
    }

    private static void read(String where, WarcRecord record, Consumer<Arrival> to) {
        try {
            if (record instanceof WarcResponse response && isHttp(response)) {
                page(where, response, to);
            } else if (record instanceof WarcConversion conversion) {
                to.accept(conversion(conversion).checked(where));
            }
        } catch (Unreadable e) {
            to.accept(Arrival.refused(where, e.reason()));
        } catch (IOException | IllegalArgumentException e) {
            to.accept(Arrival.refused(
                    where,
                    "the record is broken or cut off (" + e.getClass().getSimpleName() + "); fetch the page again"));
        }
    }

    private static boolean isHttp(WarcResponse response) {
        return response.contentType().base().equals(MediaType.HTTP_RESPONSE.base())
                || response.contentType().base().equals(MediaType.HTTP.base());
    }

    private static void page(String where, WarcResponse response, Consumer<Arrival> to) throws IOException, Unreadable {
        HttpResponse http = response.http();
        String type = http.contentType().base().toString().toLowerCase(Locale.ROOT);
        if (http.status() != 200 || !(type.equals("text/html") || type.equals("application/xhtml+xml"))) {
            return;
        }
        byte[] html = http.bodyDecoded().stream().readNBytes(Limits.PAGE_BYTES + 1);
        String charset = http.contentType().parameters().get("charset");
        Page page = MainText.of(html, charset);
        to.accept(new Draft(
                        id(response),
                        page.title(),
                        page.text(),
                        page.publishedAt(),
                        response.target(),
                        page.site() == null ? host(response) : page.site(),
                        page.language())
                .checked(where));
    }

    /** The article of a record of plain text, whose first line is the title of the page. */
    private static Draft conversion(WarcConversion record) throws IOException, Unreadable {
        byte[] bytes = record.body().stream().readNBytes(Limits.PAGE_BYTES + 1);
        if (bytes.length > Limits.PAGE_BYTES) {
            throw new Unreadable("its text is larger than " + Limits.PAGE_BYTES / (1024 * 1024) + " MB");
        }
        String text = MarkupText.ofPlain(new String(bytes, StandardCharsets.UTF_8));
        int end = text.indexOf('\n');
        boolean titled = end > 0 && end <= LONGEST_HEADLINE;
        return new Draft(
                id(record),
                titled ? text.substring(0, end) : null,
                (titled ? text.substring(end + 1) : text).strip().replaceAll("\\n+", "\n\n"),
                null,
                record.target(),
                host(record),
                record.headers()
                        .first("WARC-Identified-Content-Language")
                        .map(ArchiveReader::first)
                        .orElse(null));
    }

    /** The first of several languages, of which the archive names the most probable one first; three letters become two. */
    private static String first(String languages) {
        String code = languages.split(",", 2)[0].strip();
        return code.equals("eng") ? "en" : code;
    }

    private static String id(WarcRecord record) {
        return record.id().toString();
    }

    private static @Nullable String host(WarcTargetRecord record) {
        URI target = record.targetURI();
        return target.getHost();
    }
}
