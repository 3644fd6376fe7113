package io.tenantry.integration.faults;

import io.tenantry.Tenantry;
import io.tenantry.integration.documents.Examples;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import org.junit.jupiter.api.Test;

/** A strict server takes what is rendered, and says of it afterwards that it is what was meant. */
@ControlPlaneTest
class ExamplesOnServerTest {
    @Test
    void areTakenAndNotWrittenTwice(ControlPlane controlPlane) {
        Platform.of(controlPlane).assertTakenOnce(Tenantry.discover().render(Examples.input()));
    }
}
