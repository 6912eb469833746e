package org.tocsin.cli.doctor;

import java.util.List;

/** Looks at one thing that the pipeline needs. */
public interface Check {
    /** What it looks at, as findings name it. */
    String subject();

    /** Whether the checks behind it have nothing to look at where it fails. The first of its kind always does. */
    default boolean carriesOthers() {
        return false;
    }

    /**
     * Looks at it.
     *
     * @return at least one finding
     * @throws InterruptedException if the thread was interrupted
     * @throws RuntimeException if it cannot be looked at; the message says why
     */
    List<Finding> look(Site site) throws InterruptedException;
}
