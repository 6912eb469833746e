package org.tocsin.bench.faults;

import java.util.Map;

/**
 * What came of a fault.
 *
 * @param number of the round, from 1 on
 * @param kind of the fault
 * @param articles how many articles, corrections and deletions the brokers accepted
 * @param lost times that an event was not told though it is to be; for poison, dead letters that are missing too
 * @param doubled times that an event was told too often, or that it is not to be told at all; dead letters too
 * @param totalsRight whether each instance told the right totals of the round's news in the end
 * @param recovered whether all was running and caught up within the limit
 * @param sinceStrikeMillis from the fault to that
 * @param sinceHealMillis from the end of the fault to that; negative where it came before
 * @param restarts how often an instance that had ended by itself was started again
 * @param answers what clients saw that asked all along
 */
record Round(
        int number,
        String kind,
        int articles,
        int lost,
        int doubled,
        boolean totalsRight,
        boolean recovered,
        long sinceStrikeMillis,
        long sinceHealMillis,
        int restarts,
        Map<Client.Answer, Integer> answers) {
    /** The answers, copied. */
    Round {
        answers = Map.copyOf(answers);
    }

    /** Whether all that must hold does. */
    boolean good() {
        return recovered && totalsRight && lost == 0 && doubled == 0 && answers(Client.Answer.WRONG) == 0;
    }

    /** How many answers were such. */
    int answers(Client.Answer answer) {
        return answers.getOrDefault(answer, 0);
    }
}
