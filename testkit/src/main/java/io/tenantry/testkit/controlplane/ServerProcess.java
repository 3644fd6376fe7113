package io.tenantry.testkit.controlplane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the programs of a control plane. It ends with this JVM, however that ends: a shell beside it waits for the end
 * of a pipe that this JVM holds open, and then kills it.
 */
final class ServerProcess {
    private static final String UNTIL_THE_PIPE_ENDS = """
            exec 3<&0
            "$@" </dev/null 3<&- &
            server=$!
            { cat <&3 >/dev/null; kill -9 $server 2>/dev/null; } &
            wait $server
            """;
    private static final int LINES_SHOWN = 15;

    private final String name;
    private final Path log;
    private final Process shell;

    private ServerProcess(String name, Path log, Process shell) {
        this.name = name;
        this.log = log;
        this.shell = shell;
    }

    /** Starts a program in a directory, where its output goes to a log of its name. */
    static ServerProcess start(Path directory, Path program, List<String> flags) {
        var name = program.getFileName().toString();
        var log = directory.resolve(name + ".log");
        var command = new ArrayList<>(List.of("/bin/sh", "-c", UNTIL_THE_PIPE_ENDS, name, program.toString()));
        command.addAll(flags);
        try {
            var shell = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new ServerProcess(name, log, shell);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + program, e);
        }
    }

    boolean isRunning() {
        return shell.isAlive();
    }

    /** Kills the program and waits until it is gone. */
    void kill() {
        try {
            shell.getOutputStream().close();
            shell.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot end " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + name + " ends", e);
        }
    }

    /** The last lines that it wrote. */
    String lastWords() {
        try {
            var lines = Files.readAllLines(log);
            var last = lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size());
            return name + ":\n  " + String.join("\n  ", last);
        } catch (IOException e) {
            return name + ": no log (" + e.getMessage() + ")";
        }
    }
}
