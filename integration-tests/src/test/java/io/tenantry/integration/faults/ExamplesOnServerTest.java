package io.tenantry.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Tenantry;
import io.tenantry.cluster.Progress;
import io.tenantry.integration.documents.Examples;
import io.tenantry.manifest.Rendered;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import org.junit.jupiter.api.Test;

/** A strict server takes what is rendered, and says of it afterwards that it is what was meant. */
@ControlPlaneTest
class ExamplesOnServerTest {
    @Test
    void areTakenAndNotWrittenTwice(ControlPlane controlPlane) {
        assertTakenOnce(Tenantry.discover().render(Examples.input()), Platform.of(controlPlane));
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
}
