package io.tenantry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MainTest {
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
        for (var command :
                new String[] {"init", "validate", "render", "explain", "totals", "schema", "info", "completion", "krm"
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
        var err = new ByteArrayOutputStream();
        var tenant = new ByteArrayInputStream(Cli.ACME.getBytes(StandardCharsets.UTF_8));

        int code = Main.run(new String[] {"render", "-"}, tenant, new Full(), err);

        assertThat(code).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("tenantry: error: cannot write the output: No space left on device\n");
    }

    /** A device without space. */
    private static final class Full extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("No space left on device");
        }
    }
}
