package org.tocsin.cli;

import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program's entry: reads the arguments, runs one command, and turns its outcome into an exit code. */
@Command(
        name = "tocsin",
        header = {"Example: tocsin demo", ""},
        description = {
            "Turns news articles into typed, located, counted and corrected conflict events, on your own Kafka.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Data goes to standard output, everything else to standard error.",
            "Exit codes: 0 done, 1 failed, 2 wrong usage."
        },
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            ExtractCommand.class,
            ResolveCommand.class,
            PublishCommand.class,
            TailCommand.class,
            QueryCommand.class,
            ExportCommand.class,
            TopicsCommand.class,
            TopologyCommand.class,
            ReplayCommand.class,
            ExplainCommand.class,
            EvaluateCommand.class,
            SamplesCommand.class,
            DoctorCommand.class,
            TokenCommand.class
        })
public final class Tocsin implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Say more on standard error: progress of the parts, and the stack trace of a failure.")
    private boolean verbose;

    @Option(
            names = "--log-format",
            scope = ScopeType.INHERIT,
            paramLabel = "FORMAT",
            defaultValue = "${env:TOCSIN_LOG_FORMAT:-text}",
            description =
                    "How log lines look: text, or json (one object a line); default text, or what TOCSIN_LOG_FORMAT"
                            + " says.")
    private Logging.LineFormat logFormat = Logging.LineFormat.TEXT;

    Tocsin() {}

    /** Runs the command that the arguments name and ends the process with its exit code. */
    public static void main(String[] args) {
        int exit = commandLine().execute(args);
        System.out.flush();
        System.exit(exit);
    }

    /** The commands, ready to run. */
    static CommandLine commandLine() {
        Tocsin tocsin = new Tocsin();
        Failures failures = new Failures();
        CommandLine commands = new CommandLine(tocsin);
        commands.getHelpSectionMap()
                .put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> list(commands.getSubcommands()));
        return commands.setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .setExecutionStrategy(tocsin::execute);
    }

    /** Sets how much is logged before anything logs, then runs the command. */
    private int execute(ParseResult arguments) {
        if (verbose) {
            Logging.sayMore();
        }
        Logging.as(logFormat);
        return new RunLast().execute(arguments);
    }

    /** The commands with the first sentence of their descriptions; by default the first line of the help would stand there. */
    private static String list(Map<String, CommandLine> commands) {
        StringBuilder list = new StringBuilder();
        commands.forEach((name, command) -> {
            String[] description = command.getCommandSpec().usageMessage().description();
            String sentence = description.length == 0 ? "" : description[0].split("(?<=\\.) ", 2)[0];
            list.append(String.format(Locale.ROOT, "  %-9s  %s%n", name, sentence));
        });
        return list.toString();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? For a first look: tocsin demo");
    }
}
