package org.tocsin.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the incidents that a set of articles reports, without Kafka. */
@Command(
        name = "resolve",
        header = {"Example: tocsin resolve --format table articles.jsonl", ""},
        description = {
            "Prints the incidents that articles report together, with the history of their figures."
                    + " Needs no Kafka. The articles are read in the order of their publication; one without a date counts as new.",
            ""
        })
final class ResolveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ArticleFiles files = new ArticleFiles();

    @Option(names = "--format", defaultValue = "jsonl", description = Format.HELP)
    private Format format = Format.JSONL;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description =
                    "Show what was known at this time, such as 2026-11-18T12:00:00Z: from the articles published by then.")
    private Instant asOf = Instant.MAX;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        boolean allRead = new OfflineRecords(files, spec.commandLine().getErr())
                .incidents(asOf, incident -> out.println(format.print(incident)));
        out.flush();
        return allRead ? 0 : 1;
    }
}
