package org.tocsin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.cli.evaluate.DocumentEvaluation;
import org.tocsin.cli.evaluate.UnusableGold;
import org.tocsin.event.EnglishNews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints how well the coder does on documents whose events are known. */
@Command(
        name = "evaluate",
        header = {"Example: tocsin evaluate --errors errors.jsonl --min macro.right.f1=0.5", ""},
        description = {
            "Prints how well the coder does on documents whose events are known. Needs no Kafka.",
            "Found: the event was found, whatever its fields. Right: its key fields are right too. P is precision, R recall."
                    + " Optional events, events of years back and tolls that no attack caused count neither way.",
            ""
        })
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--gold",
            paramLabel = "DIR",
            defaultValue = "${sys:tocsin.home:-.}/data/gold/documents",
            description = "Folder of gold documents, one .json file each; by default those that come with the program.")
    private Path gold = Path.of("");

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description =
                    "Score the events that 'tocsin extract' printed into this file instead of coding the documents.")
    private @Nullable Path events;

    @Option(
            names = "--errors",
            paramLabel = "FILE",
            description = "Write every missed event, false alarm and event with a wrong field, one JSON object a line.")
    private @Nullable Path errors;

    @Option(
            names = "--min",
            paramLabel = "FIGURE=VALUE",
            description = "Fail where a figure is lower, for example strike.right.f1=0.6, casualty.killed=0.9,"
                    + " negatives.clean=1. May be given several times.")
    private Map<String, Double> floors = Map.of();

    @Override
    public Integer call() throws IOException {
        DocumentEvaluation evaluation = evaluation();
        PrintWriter out = spec.commandLine().getOut();
        evaluation.lines().forEach(line -> out.println(Printable.line(line)));
        if (errors != null) {
            write(evaluation, errors);
        }
        boolean high = isHighEnough(evaluation.figures());
        out.flush();
        return high ? 0 : 1;
    }

    private DocumentEvaluation evaluation() {
        try {
            return events == null
                    ? DocumentEvaluation.ofCoder(gold, EnglishNews.coder())
                    : DocumentEvaluation.ofEvents(gold, events);
        } catch (UnusableGold e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private static void write(DocumentEvaluation evaluation, Path file) {
        try {
            evaluation.writeErrors(file);
        } catch (IOException e) {
            throw new CommandFailure(
                    file + " cannot be written (" + e.getClass().getSimpleName() + "); give another file with --errors",
                    e);
        }
    }

    private boolean isHighEnough(Map<String, Double> figures) {
        boolean high = true;
        for (Map.Entry<String, Double> floor : floors.entrySet()) {
            Double figure = figures.get(floor.getKey());
            if (figure == null) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--min: there is no figure " + floor.getKey() + "; there are " + figures.keySet());
            }
            if (figure < floor.getValue()) {
                high = false;
                spec.commandLine()
                        .getErr()
                        .println("tocsin: under the bar: " + floor.getKey() + " is " + digits(figure) + ", less than "
                                + floor.getValue());
            }
        }
        return high;
    }

    private static String digits(double figure) {
        return String.format(Locale.ROOT, "%.3f", figure);
    }
}
