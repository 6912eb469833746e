package org.tocsin.arrival;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads articles of any {@link NewsFormat}, compressed with gzip or not. */
public final class Arrivals {
    /** How standard input is called. */
    public static final String STANDARD_INPUT = "standard input";

    private Arrivals() {}

    /**
     * Reads an input to its end. What cannot be read is handed over as refused, never thrown.
     *
     * @param name path or address, for messages; {@link #STANDARD_INPUT} for standard input
     * @param format format of the input; null to tell it by the content
     * @param to takes each item in the order of the input
     * @throws IOException if the bytes cannot be had
     */
    public static void read(String name, InputStream in, @Nullable NewsFormat format, Consumer<Arrival> to)
            throws IOException {
        try {
            BufferedInputStream bytes = Recognition.buffered(in);
            if (Recognition.isGzip(bytes)) {
                String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
                readPlain(plain, Recognition.buffered(new Unpacked(bytes)), format, to);
            } else {
                readPlain(name, bytes, format, to);
            }
        } catch (Unreadable e) {
            to.accept(Arrival.refused(e.where(name), e.reason()));
        } catch (EOFException e) {
            to.accept(Arrival.refused(name, "its compressed data end early; the file is cut off, fetch it again"));
        } catch (ZipException e) {
            to.accept(Arrival.refused(name, "its compressed data are broken; fetch the file again"));
        }
    }

    private static void readPlain(
            String name, BufferedInputStream in, @Nullable NewsFormat format, Consumer<Arrival> to)
            throws IOException, Unreadable {
        NewsFormat known = format == null ? Recognition.format(name, in) : format;
        known.reader().read(name, in, to);
    }

    /**
     * Compressed data of several members, such as an archive whose records are compressed each for itself. Java goes on to the next
     * member only where the stream says that more is available, which pipes deny while they wait.
     */
    private static final class Members extends FilterInputStream {
        Members(BufferedInputStream in) {
            super(in);
        }

        @Override
        public int available() throws IOException {
            in.mark(1);
            boolean more = in.read() >= 0;
            in.reset();
            return more ? Math.max(1, in.available()) : 0;
        }
    }

    /** Hands over what was unpacked before a fault, not the fault in its place. */
    private static final class Unpacked extends FilterInputStream {
        Unpacked(BufferedInputStream in) throws IOException {
            super(new GZIPInputStream(new Members(in)));
        }

        /** Whoever buffers does not read on before what it has. */
        @Override
        public int available() {
            return 0;
        }
    }
}
