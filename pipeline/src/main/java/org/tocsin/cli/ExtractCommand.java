package org.tocsin.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.article.NewsArticle;
import org.tocsin.event.Coder;
import org.tocsin.event.EnglishNews;
import org.tocsin.event.PlainJson;
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
        Coder coder = EnglishNews.coder();
        boolean allRead = files.forEach(spec.commandLine().getErr(), article -> print(coder, article, out));
        out.flush();
        return allRead ? 0 : 1;
    }

    private void print(Coder coder, NewsArticle article, PrintWriter out) {
        for (SpecificRecord event : UncodedArticle.code(coder, article)) {
            out.println(format.print(PlainJson.of(event)));
        }
    }
}
