package io.tenantry.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The program: {@code tenantry COMMAND ...}. */
public final class Main {
    private Main() {}

    @SuppressWarnings("SystemExitOutsideMain")
    public static void main(String[] args) {
        var out = new FileOutputStream(FileDescriptor.out);
        var err = new FileOutputStream(FileDescriptor.err);
        System.exit(run(
                args,
                new Console(System.in, buffered(out), text(err), Terminal.takesColour(), Terminal.isInteractive())));
    }

    /**
     * One run of the program, without colour, and with nobody there to be asked.
     *
     * @return the exit code
     */
    public static int run(String[] args, InputStream in, OutputStream out, OutputStream err) {
        return run(args, new Console(in, buffered(out), text(err), false, false));
    }

    private static int run(String[] args, Console console) {
        int code = new CommandTree(console).execute(args);
        console.err().flush();
        return code;
    }

    private static OutputStream buffered(OutputStream out) {
        return new BufferedOutputStream(out, 1 << 16);
    }

    private static PrintStream text(OutputStream err) {
        return new PrintStream(buffered(err), false, StandardCharsets.UTF_8);
    }
}
