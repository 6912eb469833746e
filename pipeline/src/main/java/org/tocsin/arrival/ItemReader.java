package org.tocsin.arrival;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads one format. An item that cannot be read is handed over as refused, those after it are read all the same. */
public interface ItemReader {
    /**
     * Reads an input to its end.
     *
     * @param name how the input is called in messages, for example a path or an address
     * @param in its bytes, not compressed
     * @param to takes each item in the order of the input
     * @throws Unreadable if the input as a whole cannot be read; items before the fault were handed over
     * @throws IOException if the bytes cannot be had
     */
    void read(String name, InputStream in, Consumer<Arrival> to) throws IOException, Unreadable;
}
