package org.tocsin.bench.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.tocsin.arrival.Arrival;
import org.tocsin.arrival.Arrivals;
import org.tocsin.arrival.NewsFormat;

/**
 * Feeds, news formats, pages and web archives through the readers of what arrives: every item is an article or refused with a reason.
 * The first byte of an input chooses its name, the second the format that it is said to have.
 */
final class ArrivalTarget implements Target {
    private static final List<String> NAMES = List.of(
            "rss.xml",
            "rss-1.0.rdf",
            "atom.xml",
            "ninjs-1.json",
            "ninjs-2.json",
            "ninjs-3.jsonl",
            "newsml.xml",
            "nitf.xml",
            "page.html",
            "pages.warc",
            "pages.warc.wet");

    private static final int HEADER = 2;

    private final TextMutations texts;
    private final List<byte[]> samples = new ArrayList<>();

    /** A target whose inputs are made out of the samples that the tests of the readers use. */
    ArrivalTarget(TextMutations texts) throws IOException {
        this.texts = texts;
        for (String name : NAMES) {
            try (InputStream in = Arrivals.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IOException("There is no sample " + name
                            + " on the class path; it comes with the tests of the pipeline");
                }
                samples.add(in.readAllBytes());
            }
        }
    }

    @Override
    public String name() {
        return "arrival";
    }

    @Override
    public String draw(Random random) {
        int kind = random.nextInt(NAMES.size());
        byte[] sample = random.nextBoolean() ? samples.get(kind) : retold(random, samples.get(kind));
        byte[] changed = random.nextInt(4) == 0 ? sample : ByteMutations.changed(random, sample);
        byte[] packed = random.nextInt(8) == 0 ? packed(random, changed) : changed;
        byte[] input = new byte[packed.length + HEADER];
        input[0] = (byte) kind;
        input[1] = (byte) (random.nextInt(4) == 0 ? random.nextInt(NewsFormat.values().length) : -1);
        System.arraycopy(packed, 0, input, HEADER, packed.length);
        return Base64.getEncoder().encodeToString(input);
    }

    /** The sample with odd words in place of what one of its elements or strings holds. */
    private byte[] retold(Random random, byte[] sample) {
        String file = new String(sample, StandardCharsets.UTF_8);
        int from = file.indexOf(random.nextBoolean() ? '>' : '"', random.nextInt(file.length())) + 1;
        int to = file.indexOf(random.nextBoolean() ? '<' : '"', from);
        String text = texts.text(random);
        return (to < 0 ? file + text : file.substring(0, from) + text + file.substring(to))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(Random random, byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return random.nextBoolean() ? out.toByteArray() : ByteMutations.changed(random, out.toByteArray());
    }

    @Override
    public void feed(String input) throws IOException {
        byte[] bytes = Base64.getDecoder().decode(input);
        if (bytes.length < HEADER) {
            return;
        }
        String name = NAMES.get(Math.floorMod(bytes[0], NAMES.size()));
        NewsFormat format = bytes[1] < 0 ? null : NewsFormat.values()[bytes[1] % NewsFormat.values().length];
        Arrivals.read(
                name,
                new ByteArrayInputStream(bytes, HEADER, bytes.length - HEADER),
                format,
                arrival -> check(name, arrival));
    }

    private static void check(String name, Arrival arrival) {
        if (arrival instanceof Arrival.Refused refused
                && (refused.article().reason().isBlank()
                        || !refused.article().where().startsWith(name))) {
            throw new Failure("An item is refused without a place or reason: " + refused);
        }
        if (arrival instanceof Arrival.Found found
                && (found.article().id().isBlank() || found.article().text().isBlank())) {
            throw new Failure("An article has no id or text: " + found);
        }
    }
}
