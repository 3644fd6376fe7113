package io.tenantry.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import io.tenantry.validation.Problem;
import org.junit.jupiter.api.Test;

/** A server that does not serve one of the APIs that tenants need. */
@ControlPlaneTest(apiServer = "--runtime-config=networking.k8s.io/v1/networkpolicies=false")
class UnservedVersionTest {
    @Test
    void isOneErrorBeforeTheFirstWriteAndNamesWhoNeedsIt(ControlPlane controlPlane) {
        var platform = Platform.of(controlPlane).in("unserved-platform");
        var before = platform.objects().versions();

        var plan = platform.plan(Platform.tenant("unserved-a") + Platform.tenant("unserved-b"));

        assertThat(plan.isBlocked()).isTrue();
        assertThat(plan.problems())
                .singleElement()
                .extracting(Problem::toString)
                .isEqualTo("""
                the cluster serves no NetworkPolicy of networking.k8s.io/v1, and tenants unserved-a, unserved-b need it; \
                correct kubernetesVersion in the ClusterProfile [API_MISSING]""");
        assertThat(platform.objects().versions()).isEqualTo(before);
    }
}
