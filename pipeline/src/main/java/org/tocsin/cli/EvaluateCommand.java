package org.tocsin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.cli.evaluate.DocumentEvaluation;
import org.tocsin.cli.evaluate.UnusableGold;
import org.tocsin.cli.evaluate.sequence.EventSource;
import org.tocsin.cli.evaluate.sequence.GoldEvents;
import org.tocsin.cli.evaluate.sequence.Order;
import org.tocsin.cli.evaluate.sequence.SequenceEvaluation;
import org.tocsin.event.EnglishNews;
import picocli.CommandLine.ArgGroup;
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
            "Prints how well coder and resolution do on texts whose events are known. Needs no Kafka.",
            "Of events: found says that the event was found, whatever its fields, right that its key fields are right too;"
                    + " P is precision, R recall. Optional events, events of years back and tolls that no attack caused count"
                    + " neither way. Of incidents (--sequences): how well reports are grouped (B-cubed), tolls after the last"
                    + " report, look-alikes kept apart, the order of the figures, independent sources.",
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
                    + " negatives.clean=1; with --sequences bcubed_f1=0.7. May be given several times.")
    private Map<String, Double> floors = Map.of();

    @Option(
            names = "--reliability",
            description =
                    "Print too how well confidence agrees with what is right: expected and observed share, in ten bins, by type.")
    private boolean reliability;

    @Option(
            names = "--calibrate",
            paramLabel = "FILE",
            description = "Fit the weights of confidence to these documents and write their table (in a checkout:"
                    + " pipeline/src/main/resources/org/tocsin/event/confidence.tsv).")
    private @Nullable Path calibrated;

    @ArgGroup(exclusive = false)
    private @Nullable SequenceOptions sequences;

    /** What is asked about incidents. */
    static final class SequenceOptions {
        @Option(
                names = "--sequences",
                paramLabel = "DIR",
                required = true,
                description =
                        "Measure incidents instead, on this folder of sequences of reports; data/gold/sequences of the"
                                + " program's folder holds some.")
        private Path folder = Path.of("");

        @Option(
                names = "--incidents",
                paramLabel = "FILE",
                description = "Score the incidents that 'tocsin resolve' printed into this file instead of resolving.")
        private @Nullable Path incidents;

        @Option(
                names = "--order",
                defaultValue = "arrival",
                description =
                        "In which order the reports come in: arrival (that of their publication), reversed or shuffled;"
                                + " default ${DEFAULT-VALUE}.")
        private Order order = Order.ARRIVAL;

        @Option(
                names = "--seed",
                paramLabel = "N",
                defaultValue = "1",
                description = "Which of the shuffled orders; default ${DEFAULT-VALUE}.")
        private long seed;

        @Option(
                names = "--events-from-gold",
                description =
                        "Resolve the events that the truth says the reports tell, so that resolution alone is judged.")
        private boolean eventsFromGold;

        @Option(names = "--details", description = "Print a line for each true incident too.")
        private boolean details;
    }

    @Override
    public Integer call() {
        try {
            return sequences == null ? documents() : incidents(sequences);
        } catch (UnusableGold e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private int documents() {
        DocumentEvaluation evaluation = events == null
                ? DocumentEvaluation.ofCoder(gold, EnglishNews.coder())
                : DocumentEvaluation.ofEvents(gold, events);
        if (errors != null) {
            write(evaluation, errors);
        }
        if (calibrated != null) {
            calibrate(evaluation, calibrated);
        }
        List<String> lines = new ArrayList<>(evaluation.lines());
        if (reliability) {
            lines.add("");
            lines.addAll(evaluation.reliability());
        }
        return report(lines, evaluation.figures());
    }

    private void calibrate(DocumentEvaluation evaluation, Path file) {
        if (events != null) {
            throw new ParameterException(
                    spec.commandLine(), "--calibrate codes the documents itself; leave --events out");
        }
        try {
            evaluation.calibrate(file);
        } catch (IOException e) {
            throw new CommandFailure(
                    file + " cannot be written (" + e.getClass().getSimpleName()
                            + "); give another file with --calibrate",
                    e);
        }
    }

    private int incidents(SequenceOptions asked) {
        if (events != null || errors != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--events and --errors go with documents; with --sequences there are --incidents and --details");
        }
        SequenceEvaluation evaluation = asked.incidents == null
                ? SequenceEvaluation.ofResolver(asked.folder, source(asked), asked.order, asked.seed)
                : SequenceEvaluation.ofIncidents(asked.folder, asked.incidents);
        List<String> lines = new ArrayList<>(evaluation.lines());
        if (asked.details) {
            lines.add("");
            lines.addAll(evaluation.details());
        }
        return report(lines, evaluation.figures());
    }

    private static EventSource source(SequenceOptions asked) {
        return asked.eventsFromGold ? GoldEvents.of(asked.folder) : EnglishNews.coder()::code;
    }

    private int report(List<String> lines, Map<String, Double> figures) {
        PrintWriter out = spec.commandLine().getOut();
        lines.forEach(line -> out.println(Printable.line(line)));
        out.flush();
        return isHighEnough(figures) ? 0 : 1;
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
