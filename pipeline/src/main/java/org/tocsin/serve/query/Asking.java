package org.tocsin.serve.query;

import java.util.List;

/** Puts a question to whoever can answer a part of it. */
interface Asking {
    /**
     * The answers, each of other partitions.
     *
     * @throws org.tocsin.stream.StoresUnavailable if nobody answers
     */
    Told ask(Question question);

    /**
     * What was answered.
     *
     * @param replies one or more
     * @param coverage how much of the state they cover
     */
    record Told(List<Reply> replies, Coverage coverage) {}
}
