package io.tenantry.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.Tenantry;
import io.tenantry.cluster.Progress;
import io.tenantry.manifest.Rendered;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A strict server takes what is rendered, and says of it afterwards that it is what was meant. */
@ControlPlaneTest
class ExamplesOnServerTest {
    @Test
    void areTakenAndNotWrittenTwice(ControlPlane controlPlane) throws IOException {
        try (var files = Files.list(Path.of("..", "examples"))) {
            var sources = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(ExamplesOnServerTest::source)
                    .toArray(Source[]::new);

            assertTakenOnce(Tenantry.discover().render(Input.of(sources)), Platform.of(controlPlane));
        }
    }

    private static void assertTakenOnce(Rendered rendered, Platform platform) {
        var first = platform.apply(rendered, Progress.SILENT);
        assertThat(first.failures()).isEmpty();
        assertThat(first.waiting()).isEmpty();
        assertThat(first.results()).hasSizeGreaterThan(rendered.tenants().size());

        var before = platform.objects().versions();
        assertThat(platform.apply(rendered, Progress.SILENT).results()).isEmpty();
        assertThat(platform.objects().versions()).isEqualTo(before);
        try (var cluster = platform.connect()) {
            assertThat(cluster.diff(rendered).isEmpty()).isTrue();
        }
    }

    private static Source source(Path file) {
        try {
            return Source.ofString(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
