package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.document.Document;
import org.tocsin.event.Coder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

class UncodedArticleTest {
    @TempDir
    Path folder;

    /** Codes articles, and fails on the one called b. */
    @Command(name = "code")
    static final class CodeCommand implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private ArticleFiles files = new ArticleFiles();

        @Override
        public Integer call() {
            Coder coder = new Coder(
                    article -> {
                        if (article.id().equals("b")) {
                            throw new IllegalStateException("no sentence");
                        }
                        return new Document(article, null, List.of());
                    },
                    List.of());
            PrintWriter out = spec.commandLine().getOut();
            boolean all = files.forEach(spec.commandLine().getErr(), article -> {
                UncodedArticle.code(coder, article);
                out.println(article.id());
            });
            return all ? 0 : 1;
        }
    }

    @Test
    void anArticleOnWhichTheCoderFailsIsNamedAndTheOthersAreCoded() throws IOException {
        Path file = folder.resolve("news.jsonl");
        Files.writeString(
                file,
                "{\"id\": \"a\", \"text\": \"x\"}\n{\"id\": \"b\", \"text\": \"y\"}\n{\"id\": \"c\", \"text\": \"z\"}\n");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int exit = new CommandLine(new CodeCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(file.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString().lines()).containsExactly("a", "c");
        assertThat(err.toString())
                .contains("news.jsonl: article b could not be coded", "IllegalStateException: no sentence", "report");
    }
}
