package org.tocsin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tocsin.serve.access.BadTokenFile;
import org.tocsin.serve.access.NewToken;
import org.tocsin.serve.access.Scope;
import org.tocsin.serve.access.StoredToken;
import org.tocsin.serve.access.TokenFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes, lists and withdraws the tokens of the API. */
@Command(
        name = "token",
        header = {"Example: tocsin token create --scope read --name analyst --file tokens.jsonl", ""},
        description = {
            "Makes, lists or withdraws the tokens of the API. Name the file in the setting tocsin.api.tokens.file; a"
                    + " running pipeline sees a change of it within a second.",
            ""
        })
final class TokenCommand implements Runnable {
    /** Where the tokens are. */
    static final class FileOption {
        @Option(names = "--file", paramLabel = "FILE", required = true, description = "File of the tokens.")
        private Path path = Path.of("");

        private TokenFile file() {
            return new TokenFile(path);
        }
    }

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "create, list or revoke? For example: tocsin token list --file tokens.jsonl");
    }

    @Command(
            name = "create",
            header = {"Example: tocsin token create --scope read --name analyst --file tokens.jsonl", ""},
            description = {
                "Makes a token and prints it, once: the file keeps only a salted hash of it.",
                "Scopes: read asks, publish hands in articles, admin may do everything.",
                ""
            })
    int create(
            @Option(
                            names = "--scope",
                            paramLabel = "SCOPE",
                            required = true,
                            split = ",",
                            description = "read, publish or admin; several with commas.")
                    Set<Scope> scopes,
            @Option(
                            names = "--name",
                            paramLabel = "NAME",
                            required = true,
                            description = "Whose it is, for whoever reads the list.")
                    String name,
            @Mixin FileOption tokens) {
        return print(() -> {
            NewToken made = NewToken.of(name, scopes, Instant.now().truncatedTo(ChronoUnit.SECONDS));
            tokens.file().add(made.stored());
            err().println("Keep it now: it is shown once. Show it as: Authorization: Bearer TOKEN,"
                    + " or to tocsin in the environment variable TOCSIN_TOKEN");
            return List.of(made.text());
        });
    }

    @Command(
            name = "list",
            header = {"Example: tocsin token list --file tokens.jsonl", ""},
            description = {"Lists the tokens of a file, which can no longer be shown themselves.", ""})
    int list(@Mixin FileOption tokens) {
        return print(() -> {
            TextTable table = new TextTable(List.of("id", "name", "scopes", "created"));
            for (StoredToken token : tokens.file().read()) {
                table.add(List.of(
                        token.id(),
                        Printable.line(token.name()),
                        token.scopes().stream().sorted().map(Scope::label).collect(Collectors.joining(",")),
                        token.created().toString()));
            }
            return table.lines();
        });
    }

    @Command(
            name = "revoke",
            header = {"Example: tocsin token revoke --id 8f1c2a9d03b7e456 --file tokens.jsonl", ""},
            description = {"Withdraws tokens; the list shows their identifiers.", ""})
    int revoke(
            @Option(
                            names = "--id",
                            paramLabel = "ID",
                            required = true,
                            split = ",",
                            description = "Identifier of the token; several with commas.")
                    Set<String> ids,
            @Mixin FileOption tokens) {
        return print(() -> {
            int count = tokens.file().remove(ids);
            if (count < ids.size()) {
                throw new CommandFailure("Of these " + ids.size() + " tokens " + count + " were in " + tokens.path
                        + " and are withdrawn; tocsin token list shows what is there");
            }
            return List.of(count == 1 ? "1 token withdrawn" : count + " tokens withdrawn");
        });
    }

    private int print(Supplier<List<String>> lines) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            lines.get().forEach(out::println);
            return 0;
        } catch (BadTokenFile e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        } finally {
            out.flush();
            err().flush();
        }
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
