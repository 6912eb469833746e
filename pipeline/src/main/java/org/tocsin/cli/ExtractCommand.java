package org.tocsin.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the events of articles, without Kafka. */
@Command(
        name = "extract",
        header = {"Example: tocsin extract --format table article.txt", ""},
        description = {
            "Prints the events that articles report, one for each distinct event of each article. Needs no Kafka.",
            ""
        })
final class ExtractCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ArticleFiles files = new ArticleFiles();

    @Option(names = "--format", defaultValue = "jsonl", description = Format.HELP)
    private Format format = Format.JSONL;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        boolean allRead = new OfflineRecords(files, spec.commandLine().getErr())
                .events(event -> out.println(format.print(event)));
        out.flush();
        return allRead ? 0 : 1;
    }
}
