package io.tenantry.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.cluster.Plan;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import io.tenantry.validation.Problem;
import org.junit.jupiter.api.Test;

/** Runs with another profile than the one that tenants were applied with. */
@ControlPlaneTest(own = true)
class OtherProfileTest {
    @Test
    void findsTheirInventoriesOrTouchesNothing(ControlPlane controlPlane) {
        var first = Platform.of(controlPlane).in("first-platform");
        var tenant = Platform.tenant("elsewhere");
        first.apply(tenant);

        var other = first.in("second-platform");
        try (var cluster = other.connect()) {
            for (var plan : new Plan[] {other.plan(tenant), cluster.planDelete(other.render(tenant), true)}) {
                assertThat(plan.isBlocked()).isTrue();
                assertThat(plan.problems()).extracting(Problem::toString).contains("""
                        tenant elsewhere: its inventory is in namespace first-platform, but the platformNamespace of the \
                        ClusterProfile is second-platform; pass the ClusterProfile that the tenant was applied with \
                        [INVENTORY_ELSEWHERE]""");
            }
        }
    }

    @Test
    void sayWhatChangesForAllTenants(ControlPlane controlPlane) {
        var platform = Platform.of(controlPlane).in("shared-platform");
        platform.apply(Platform.tenant("shared-a"));

        var warned = platform.plan(Platform.tenant("shared-b"), "enforcement: warn");
        var meant = platform.plan(Platform.tenant("shared-a"), "enforcement: warn");

        assertThat(warned.isBlocked()).isFalse();
        assertThat(warned.problems())
                .filteredOn(problem -> problem.code().equals("SHARED_CHANGED"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .endsWith(" more are changed for tenants too that the input does not have"));
        assertThat(meant.problems()).extracting(Problem::code).doesNotContain("SHARED_CHANGED");
    }
}
