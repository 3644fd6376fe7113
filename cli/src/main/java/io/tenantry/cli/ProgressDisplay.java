package io.tenantry.cli;

import io.tenantry.cluster.Progress;
import io.tenantry.cluster.Result;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Progress as a bar on a terminal, as plain lines elsewhere, and not at all for programs. */
abstract class ProgressDisplay implements Progress, AutoCloseable {

    static ProgressDisplay on(Console console, TextFormat format) {
        if (format == TextFormat.JSON) {
            return new Nothing();
        }
        return console.interactive() ? new Bar(console) : new Lines(console.err());
    }

    @Override
    public void close() {}

    private static final class Nothing extends ProgressDisplay {}

    private static final class Lines extends ProgressDisplay {
        private final PrintStream err;
        private String lastWait = "";

        Lines(PrintStream err) {
            this.err = err;
        }

        @Override
        public synchronized void begin(String what, int steps) {
            err.println(steps + " " + what);
            err.flush();
        }

        @Override
        public synchronized void waiting(String what) {
            if (!what.equals(lastWait)) {
                lastWait = what;
                err.println("waiting for " + OneLine.of(what));
                err.flush();
            }
        }
    }

    private static final class Bar extends ProgressDisplay {
        private final Console console;
        private @Nullable ProgressBar bar;

        Bar(Console console) {
            this.console = console;
        }

        @Override
        public synchronized void begin(String what, int steps) {
            show(what, steps);
        }

        @Override
        public synchronized void done(Result result) {
            if (bar != null) {
                bar.step();
            }
        }

        @Override
        public synchronized void waiting(String what) {
            var wait = "waiting for " + OneLine.of(what);
            if (bar == null || !bar.getTaskName().equals(wait)) {
                show(wait, -1);
            }
        }

        @Override
        public synchronized void close() {
            if (bar != null) {
                bar.close();
                console.err().println();
                bar = null;
            }
        }

        private void show(String what, int steps) {
            close();
            bar = new ProgressBarBuilder()
                    .setTaskName(what)
                    .setInitialMax(steps)
                    .setStyle(
                            console.colour() ? ProgressBarStyle.COLORFUL_UNICODE_BLOCK : ProgressBarStyle.UNICODE_BLOCK)
                    .setConsumer(new OpenLine(console.err()))
                    .build();
        }
    }

    /** Leaves the end of its line to the bar: the library forgets it when a wave is quicker than the first refresh. */
    private static final class OpenLine extends ConsoleProgressBarConsumer {
        private static final int WIDTH = 100;

        OpenLine(PrintStream out) {
            super(out, WIDTH);
        }

        @Override
        public void close() {}
    }
}
