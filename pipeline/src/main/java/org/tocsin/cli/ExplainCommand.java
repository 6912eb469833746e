package org.tocsin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tocsin.article.NewsArticle;
import org.tocsin.event.Coder;
import org.tocsin.event.EnglishNews;
import org.tocsin.event.EventTypes;
import org.tocsin.event.PlainJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows where every field of every event of an article comes from. */
@Command(
        name = "explain",
        header = {"Example: tocsin explain --event strike article.txt", ""},
        description = {
            "Shows where every field of every event of an article comes from, so that a wrong one is traced in seconds."
                    + " Needs no Kafka.",
            "The text comes first; the digits beneath it number the events that were read from these characters, * stands for"
                    + " several. Then each event with the rule that found it, its confidence, and each field with its characters,"
                    + " as line:column and as offsets into the text; for its place also what else the name could mean."
                    + " A field without characters was concluded, not read.",
            ""
        })
final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ArticleFiles files = new ArticleFiles();

    @Option(
            names = "--event",
            paramLabel = "TYPE",
            description = "Only events of this type; may be given several times. All types without it.")
    private List<String> types = List.of();

    @Override
    public Integer call() {
        types.forEach(this::check);
        Coder coder = EnglishNews.coder();
        boolean allRead = files.forEach(spec.commandLine().getErr(), article -> explain(coder, article));
        return allRead ? 0 : 1;
    }

    private void check(String type) {
        try {
            EventTypes.named(type);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--event: " + e.getMessage(), e);
        }
    }

    private void explain(Coder coder, NewsArticle article) {
        List<JsonNode> events = new ArrayList<>();
        UncodedArticle.code(coder, article).forEach(event -> events.add(PlainJson.of(event)));
        events.removeIf(event ->
                !types.isEmpty() && !types.contains(event.path("event_type").asText()));
        PrintWriter out = spec.commandLine().getOut();
        new Explanation(article, events).lines().forEach(out::println);
        out.flush();
    }
}
