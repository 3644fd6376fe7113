package io.tenantry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.cluster.Change;
import io.tenantry.cluster.ObjectKey;
import io.tenantry.cluster.Result;
import io.tenantry.cluster.Step;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {

    @Test
    void isPlainLinesWhereNobodyLooks() {
        assertThat(shown(false, TextFormat.TEXT)).isEqualTo("""
                2 Namespace
                waiting for the end of 1 namespaces
                1 Namespace
                """);
    }

    @Test
    void isABarForEachWaveOnATerminal() {
        assertThat(shown(true, TextFormat.TEXT))
                .matches(bar("Namespace 100% .* 2/2 ")
                        + bar("waiting for the end of 1 namespaces ")
                        + bar("Namespace 100% .* 1/1 "))
                .doesNotContain("\u001b[3");
    }

    @Test
    void isNothingForPrograms() {
        assertThat(shown(true, TextFormat.JSON)).isEmpty();
        assertThat(shown(false, TextFormat.JSON)).isEmpty();
    }

    /** A line that is written again and again, at last like this. */
    private static String bar(String pattern) {
        return "[^\n]*\r" + pattern + "[^\n]*\n";
    }

    private static String shown(boolean interactive, TextFormat format) {
        var err = new ByteArrayOutputStream();
        var console = new Console(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                false,
                interactive);
        try (var progress = ProgressDisplay.on(console, format)) {
            progress.begin("Namespace", 2);
            progress.done(done("a"));
            progress.done(done("b"));
            progress.waiting("the end of 1 namespaces");
            progress.waiting("the end of 1 namespaces");
            progress.begin("Namespace", 1);
            progress.done(done("a"));
        }
        console.err().flush();
        return err.toString(StandardCharsets.UTF_8);
    }

    private static Result done(String name) {
        var step = new Step(new ObjectKey("v1", "Namespace", "", name), name, Change.CREATE, List.of());
        return new Result(step, Result.Status.DONE, "");
    }
}
