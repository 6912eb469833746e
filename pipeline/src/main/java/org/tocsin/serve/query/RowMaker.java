package org.tocsin.serve.query;

/** Makes the row of a record of one store. */
interface RowMaker<V> {
    /**
     * The row of a record.
     *
     * @param partition where the record is kept
     * @param key its key
     */
    Row row(int partition, String key, V value);
}
