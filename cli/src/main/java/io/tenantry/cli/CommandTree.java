package io.tenantry.cli;

import io.tenantry.InvalidTenantException;
import io.tenantry.IsolationLevel;
import io.tenantry.cluster.server.ClusterException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands, and what a failure of each kind prints and returns. */
final class CommandTree {
    private final Console console;
    private final Map<String, Supplier<Object>> commands = new LinkedHashMap<>();

    CommandTree(Console console) {
        this.console = console;
        commands.put("init", () -> new InitCommand(console));
        commands.put("validate", () -> new ValidateCommand(console));
        commands.put("render", () -> new RenderCommand(console));
        commands.put("explain", () -> new ExplainCommand(console));
        commands.put("totals", () -> new TotalsCommand(console));
        commands.put("matrix", () -> new MatrixCommand(console));
        commands.put("schema", () -> new SchemaCommand(console));
        commands.put("info", () -> new InfoCommand(console));
        commands.put("apply", () -> new ApplyCommand(console));
        commands.put("diff", () -> new DiffCommand(console));
        commands.put("delete", () -> new DeleteCommand(console));
        commands.put("completion", () -> new CompletionCommand(console));
        commands.put("krm", () -> new KrmCommand(console));
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
        var make = commands.get(args[0]);
        if (make == null || !(make.get() instanceof PathCommand command)) {
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
        var only = args.length == 0 ? null : commands.get(args[0]);
        if (only != null && !args[0].equals("completion")) {
            line.addSubcommand(args[0], only.get());
        } else {
            commands.forEach((name, make) -> line.addSubcommand(name, make.get()));
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
