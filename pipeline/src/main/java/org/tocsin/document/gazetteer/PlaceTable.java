package org.tocsin.document.gazetteer;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The compiled entries in fixed-width rows, so that a quarter of a million of them load in milliseconds. */
final class PlaceTable {
    private static final double UNITS_PER_DEGREE = 1e5;
    private static final PlaceKind[] KINDS = PlaceKind.values();
    private static final PlaceRank[] RANKS = PlaceRank.values();

    private static final int RANK = 1;
    private static final int COUNTRY = 2;
    private static final int ADMIN1 = 4;
    private static final int LAT = 8;
    private static final int LON = 12;
    private static final int POPULATION = 16;
    private static final int GEONAMES_ID = 20;
    private static final int NAME_OFFSET = 24;
    private static final int NAME_LENGTH = 28;
    private static final int WIDTH = 30;

    private final int size;
    private final ByteBuffer rows;
    private final byte[] names;

    private PlaceTable(int size, byte[] rows, byte[] names) {
        this.size = size;
        this.rows = ByteBuffer.wrap(rows).asReadOnlyBuffer();
        this.names = names;
    }

    /** Lays out entries; the number of each must be its position. */
    static PlaceTable of(List<GazetteerEntry> entries) {
        ByteBuffer rows = ByteBuffer.allocate(entries.size() * WIDTH);
        StringBuilder text = new StringBuilder();
        int offset = 0;
        for (GazetteerEntry entry : entries) {
            int length = entry.name().getBytes(StandardCharsets.UTF_8).length;
            put(rows, entry, offset, length);
            text.append(entry.name());
            offset += length;
        }
        return new PlaceTable(entries.size(), rows.array(), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void put(ByteBuffer rows, GazetteerEntry entry, int nameOffset, int nameLength) {
        String country = entry.country() == null ? "  " : entry.country();
        rows.put((byte) entry.kind().ordinal())
                .put((byte) entry.rank().ordinal())
                .put((byte) country.charAt(0))
                .put((byte) country.charAt(1))
                .putInt(entry.admin1())
                .putInt((int) Math.round(entry.lat() * UNITS_PER_DEGREE))
                .putInt((int) Math.round(entry.lon() * UNITS_PER_DEGREE))
                .putInt((int) entry.population())
                .putInt(entry.geonamesId() == null ? 0 : entry.geonamesId().intValue())
                .putInt(nameOffset)
                .putShort((short) nameLength);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(size);
        byte[] copy = new byte[size * WIDTH];
        rows.get(0, copy);
        out.write(copy);
        out.writeInt(names.length);
        out.write(names);
    }

    static PlaceTable read(DataInputStream in) throws IOException {
        int size = in.readInt();
        byte[] rows = in.readNBytes(size * WIDTH);
        byte[] names = in.readNBytes(in.readInt());
        return new PlaceTable(size, rows, names);
    }

    int size() {
        return size;
    }

    PlaceKind kind(int number) {
        return KINDS[rows.get(number * WIDTH)];
    }

    GazetteerEntry entry(int number) {
        int at = number * WIDTH;
        int admin1 = rows.getInt(at + ADMIN1);
        return new GazetteerEntry(
                number,
                kind(number),
                RANKS[rows.get(at + RANK)],
                name(number),
                String.valueOf(new char[] {(char) rows.get(at + COUNTRY), (char) rows.get(at + COUNTRY + 1)}),
                admin1,
                admin1 < 0 ? null : name(admin1),
                rows.getInt(at + LAT) / UNITS_PER_DEGREE,
                rows.getInt(at + LON) / UNITS_PER_DEGREE,
                Integer.toUnsignedLong(rows.getInt(at + POPULATION)),
                geonamesId(at));
    }

    private @Nullable Long geonamesId(int at) {
        int id = rows.getInt(at + GEONAMES_ID);
        return id == 0 ? null : Long.valueOf(id);
    }

    private String name(int number) {
        int at = number * WIDTH;
        return new String(
                names, rows.getInt(at + NAME_OFFSET), rows.getShort(at + NAME_LENGTH), StandardCharsets.UTF_8);
    }
}
