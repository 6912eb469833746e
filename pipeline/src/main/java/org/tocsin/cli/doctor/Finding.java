package org.tocsin.cli.doctor;

/**
 * What one check found.
 *
 * @param level how bad it is
 * @param subject what was looked at, for example {@code broker} or {@code topic articles}
 * @param result what is so, for people
 * @param remedy what to do about it; empty where nothing is to be done
 */
public record Finding(Level level, String subject, String result, String remedy) {
    /** How bad a finding is. */
    public enum Level {
        /** As it should be. */
        OK,
        /** It works, or may work, but trouble is to be expected. */
        WARN,
        /** The pipeline will not run, or loses what it has. */
        FAIL
    }

    /** All is well. */
    public static Finding ok(String subject, String result) {
        return new Finding(Level.OK, subject, result, "");
    }

    /** It works, with trouble to be expected. */
    public static Finding warn(String subject, String result, String remedy) {
        return new Finding(Level.WARN, subject, result, remedy);
    }

    /** It does not work. */
    public static Finding fail(String subject, String result, String remedy) {
        return new Finding(Level.FAIL, subject, result, remedy);
    }

    /** Whether this is a failure. */
    public boolean failed() {
        return level == Level.FAIL;
    }
}
