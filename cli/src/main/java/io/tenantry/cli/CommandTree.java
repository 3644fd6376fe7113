package io.tenantry.cli;

import io.tenantry.InvalidTenantException;
import io.tenantry.IsolationLevel;
import io.tenantry.cluster.server.ClusterException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands, and what a failure of each kind prints and returns. */
final class CommandTree {
    /** In the order in which help lists them. */
    private static final List<String> NAMES = List.of(
            "init",
            "validate",
            "render",
            "explain",
            "totals",
            "matrix",
            "schema",
            "info",
            "apply",
            "diff",
            "delete",
            "completion",
            "krm");

    private final Console console;

    CommandTree(Console console) {
        this.console = console;
    }

    private @Nullable Object command(String name) {
        return switch (name) {
            case "init" -> new InitCommand(console);
            case "validate" -> new ValidateCommand(console);
            case "render" -> new RenderCommand(console);
            case "explain" -> new ExplainCommand(console);
            case "totals" -> new TotalsCommand(console);
            case "matrix" -> new MatrixCommand(console);
            case "schema" -> new SchemaCommand(console);
            case "info" -> new InfoCommand(console);
            case "apply" -> new ApplyCommand(console);
            case "diff" -> new DiffCommand(console);
            case "delete" -> new DeleteCommand(console);
            case "completion" -> new CompletionCommand(console);
            case "krm" -> new KrmCommand(console);
            default -> null;
        };
    }

    /** Runs the command that the arguments name. */
    int execute(String[] args) {
        try {
            int code = hasOnlyPaths(args) ? executeOn(args) : commandLine(args).execute(args);
            if (code != ExitCode.UNREACHABLE && code != ExitCode.READER_GONE) {
                console.out().flush();
            }
            return code;
        } catch (IOException e) {
            return unwritable(e);
        } catch (RuntimeException | Error e) {
            return bug(e);
        }
    }

    /** Whether no argument needs a parser: making picocli's model takes longer than rendering a tenant. */
    private static boolean hasOnlyPaths(String[] args) {
        for (var arg : args) {
            if (arg.isEmpty() || arg.startsWith("@") || (arg.startsWith("-") && arg.length() > 1)) {
                return false;
            }
        }
        return args.length > 1;
    }

    private int executeOn(String[] args) {
        if (!(command(args[0]) instanceof PathCommand command)) {
            return commandLine(args).execute(args);
        }
        command.read(List.of(args).subList(1, args.length));
        try {
            return command.call();
        } catch (Exception e) {
            return failed(e);
        }
    }

    /** The model of one command where the arguments name one, for making all of them takes time; else of all. */
    private CommandLine commandLine(String[] args) {
        var line = new CommandLine(new TenantryCommand());
        boolean one = args.length > 0 && NAMES.contains(args[0]) && !args[0].equals("completion");
        for (var name : one ? List.of(args[0]) : NAMES) {
            line.addSubcommand(name, command(name));
        }
        return line.setOut(new PrintWriter(console.out(), false, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .registerConverter(TextFormat.class, new Choice<>(TextFormat.values()))
                .registerConverter(ManifestFormat.class, new Choice<>(ManifestFormat.values()))
                .registerConverter(MatrixFormat.class, new Choice<>(MatrixFormat.values()))
                .registerConverter(IsolationLevel.class, new Choice<>(IsolationLevel.values()))
                .setParameterExceptionHandler((e, unused) -> misused(e))
                .setExecutionExceptionHandler((e, unused, parsed) -> failed(e));
    }

    private int misused(ParameterException e) {
        var command = e.getCommandLine();
        console.err().println("tenantry: error: " + OneLine.of(e.getMessage()));
        if (!UnmatchedArgumentException.printSuggestions(e, command.getErr())) {
            console.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help' for what it takes.");
        }
        return ExitCode.INPUT;
    }

    private int failed(Exception e) {
        if (e instanceof InvalidTenantException invalid) {
            new ProblemPrinter(console).print(invalid.result());
            return ExitCode.INPUT;
        }
        if (e instanceof ClusterException cluster) {
            console.err().println("tenantry: error: " + OneLine.of(cluster.getMessage()));
            return ExitCode.UNREACHABLE;
        }
        return e instanceof IOException unwritable ? unwritable(unwritable) : bug(e);
    }

    private int unwritable(IOException e) {
        if (isPipeWithoutReader(e)) {
            return ExitCode.READER_GONE;
        }
        console.err().println("tenantry: error: cannot write the output: " + OneLine.of(e));
        return ExitCode.UNREACHABLE;
    }

    /** Java tells it only by the system's own words, {@code Broken pipe}, which keep this one in most languages. */
    private static boolean isPipeWithoutReader(IOException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }

    private int bug(Throwable e) {
        console.err()
                .println("tenantry: bug: " + OneLine.of(e)
                        + " (report this line, the command and the output of `tenantry info`;"
                        + " TENANTRY_DEBUG=1 adds a stack trace)");
        if (System.getenv("TENANTRY_DEBUG") != null) {
            e.printStackTrace(console.err());
        }
        return ExitCode.BUG;
    }
}
