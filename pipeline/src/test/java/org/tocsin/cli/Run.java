package org.tocsin.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * What a command gave.
 *
 * @param exit exit code
 * @param out standard output
 * @param err standard error
 */
record Run(int exit, String out, String err) {
    static Run of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commands = Tocsin.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exit = commands.execute(arguments);
        return new Run(exit, out.toString(), err.toString());
    }
}
