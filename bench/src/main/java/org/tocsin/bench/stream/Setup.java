package org.tocsin.bench.stream;

/**
 * How many work at once.
 *
 * @param instances processes of the pipeline
 * @param threads stream threads of each
 */
record Setup(int instances, int threads) {
    int coders() {
        return instances * threads;
    }

    String name() {
        return instances + "x" + threads;
    }
}
