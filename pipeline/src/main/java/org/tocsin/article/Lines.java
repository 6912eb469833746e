package org.tocsin.article;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads an input line by line, holding no more of a line than a limit. */
public final class Lines {
    private Lines() {}

    /**
     * A line that is not blank.
     *
     * @param number its number, from 1; blank ones count
     * @param bytes its bytes without the line end; the first ones alone where it is too long
     * @param length how many bytes it has
     */
    @SuppressWarnings("ArrayRecordComponent") // lines are read once and never compared
    public record Line(int number, byte[] bytes, long length) {
        /** Whether bytes are missing since the line is longer than the limit. */
        public boolean isTooLong() {
            return length > bytes.length;
        }
    }

    /**
     * Hands over every line that is not blank.
     *
     * @param longest how much of a line is held, in bytes
     */
    public static void read(InputStream in, int longest, Consumer<Line> to) throws IOException {
        InputStream bytes = new BufferedInputStream(in, 1 << 16);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int number = 0;
        boolean more = true;
        while (more) {
            line.reset();
            long length = 0;
            int b = bytes.read();
            while (b != '\n' && b != -1) {
                length++;
                if (length <= longest) {
                    line.write(b);
                }
                b = bytes.read();
            }
            more = b != -1;
            number++;
            byte[] held = line.toByteArray();
            if (!isBlank(held)) {
                to.accept(new Line(number, held, length));
            }
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
