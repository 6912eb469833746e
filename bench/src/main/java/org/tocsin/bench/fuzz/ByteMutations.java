package org.tocsin.bench.fuzz;

import java.util.Arrays;
import java.util.Random;

/** Bytes out of bytes: bits turned, parts taken out, doubled and overwritten with numbers that stand at limits. */
final class ByteMutations {
    private static final byte[][] LIMITS = {
        {0},
        {1},
        {127},
        {-128},
        {-1},
        {0, 0, 0, 0},
        {-1, -1, -1, -1},
        {127, -1, -1, -1},
        // zigzag numbers of Avro: the greatest and the least int and long, and a billion
        {-2, -1, -1, -1, 15},
        {-1, -1, -1, -1, 15},
        {-2, -1, -1, -1, -1, -1, -1, -1, -1, 1},
        {-1, -1, -1, -1, -1, -1, -1, -1, -1, 1},
        {-128, -88, -42, -71, 7},
        {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1},
        // UTF-8: too long a form, a surrogate, an end without a beginning, a byte order mark
        {-64, -128},
        {-19, -96, -128},
        {-65},
        {-17, -69, -65},
    };

    private ByteMutations() {}

    /** Up to five changes of some bytes. */
    static byte[] changed(Random random, byte[] bytes) {
        byte[] now = bytes;
        for (int changes = 1 + random.nextInt(5); changes > 0; changes--) {
            now = change(random, now);
        }
        return now;
    }

    private static byte[] change(Random random, byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> with(bytes, at, bytes.length - at, new byte[0]);
            case 2 ->
                with(bytes, at, Math.min(bytes.length - at, random.nextInt(20)), LIMITS[random.nextInt(LIMITS.length)]);
            case 3 -> with(bytes, at, 0, LIMITS[random.nextInt(LIMITS.length)]);
            case 4 ->
                with(bytes, at, 0, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + random.nextInt(64))));
            default -> {
                byte[] turned = bytes.clone();
                if (at < turned.length) {
                    turned[at] ^= (byte) (1 << random.nextInt(8));
                }
                yield turned;
            }
        };
    }

    /** Bytes with some of them replaced. */
    private static byte[] with(byte[] bytes, int at, int gone, byte[] there) {
        byte[] changed = new byte[bytes.length - gone + there.length];
        System.arraycopy(bytes, 0, changed, 0, at);
        System.arraycopy(there, 0, changed, at, there.length);
        System.arraycopy(bytes, at + gone, changed, at + there.length, bytes.length - at - gone);
        return changed;
    }
}
