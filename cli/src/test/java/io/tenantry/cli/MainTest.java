package io.tenantry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MainTest {
    private static final String[][] EVERY_WAY_TO_WRITE = {
        {"render", "-"}, {"render", "-o", "json", "-"}, {"explain", "-"}, {"validate", "-o", "json", "-"}, {"schema"}
    };

    @Test
    void asksForACommand() {
        var run = Cli.run();

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("a command is missing", "tenantry --help");
    }

    @Test
    void suggestsACommand() {
        var run = Cli.run("rendr", "-");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("rendr", "tenantry render");
    }

    @Test
    void asksForAPath() {
        var run = Cli.run("render");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("PATH", "tenantry render --help");
    }

    @Test
    void saysWhichFormatsThereAre() {
        var run = Cli.run("validate", "-o", "xml", "-");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("'--output'", "must be one of text, json but is 'xml'");
    }

    @Test
    void showsExamplesInTheHelpOfEveryCommand() {
        for (var command : new String[] {
            "init",
            "validate",
            "render",
            "explain",
            "totals",
            "schema",
            "info",
            "apply",
            "diff",
            "delete",
            "completion",
            "krm"
        }) {
            var run = Cli.run(command, "--help");

            assertThat(run.code()).isZero();
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).contains("Usage: tenantry " + command, "Example");
        }
    }

    @Test
    void printsItsVersion() {
        assertThat(Cli.run("--version").out()).startsWith("tenantry ");
    }

    @Test
    void reportsOutputThatCannotBeWrittenInOneLine() {
        for (var args : EVERY_WAY_TO_WRITE) {
            var run = into(new Broken("No space left on device"), args);

            assertThat(run.code()).isEqualTo(3);
            assertThat(run.err()).isEqualTo("tenantry: error: cannot write the output: No space left on device\n");
        }
    }

    @Test
    void endsInSilenceWhenNobodyReadsOn() {
        for (var args : EVERY_WAY_TO_WRITE) {
            var run = into(new Broken("Broken pipe"), args);

            assertThat(run.code()).isEqualTo(141);
            assertThat(run.err()).isEmpty();
        }
    }

    private static Cli into(OutputStream out, String... args) {
        var err = new ByteArrayOutputStream();
        var tenant = new ByteArrayInputStream(Cli.ACME.getBytes(StandardCharsets.UTF_8));
        int code = Main.run(args, tenant, out, err);
        return new Cli(code, "", err.toString(StandardCharsets.UTF_8));
    }

    /** A stream that fails as the system does. */
    private static final class Broken extends OutputStream {
        private final String reason;

        Broken(String reason) {
            this.reason = reason;
        }

        @Override
        public void write(int b) throws IOException {
            throw new IOException(reason);
        }
    }
}
