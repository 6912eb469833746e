package org.tocsin.cli.doctor;

import java.util.List;

/** Whether this Java machine is new enough. */
final class JavaCheck implements Check {
    private static final int OLDEST = 17;
    private static final String WIDTH = "64";

    private final int version;
    private final String width;

    JavaCheck() {
        this(Runtime.version().feature(), System.getProperty("sun.arch.data.model", WIDTH));
    }

    /**
     * A check of a given machine.
     *
     * @param version feature release, for example 17
     * @param width bits of an address
     */
    JavaCheck(int version, String width) {
        this.version = version;
        this.width = width;
    }

    @Override
    public String subject() {
        return "java";
    }

    @Override
    public List<Finding> look(Site site) {
        String is = "Java " + version + ", " + width + " bits (" + System.getProperty("java.home") + ")";
        if (version < OLDEST || !width.equals(WIDTH)) {
            return List.of(Finding.fail(
                    subject(),
                    "this is " + is + "; Tocsin needs Java " + OLDEST + " or later with " + WIDTH + " bits",
                    "install it and set JAVA_HOME to it"));
        }
        return List.of(Finding.ok(subject(), is));
    }
}
