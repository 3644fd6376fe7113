package io.tenantry.testkit.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.Input;
import io.tenantry.Tenant;
import io.tenantry.Tenantry;
import io.tenantry.manifest.Rendered;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@ControlPlaneTest
class AttackRunTest {

    @Test
    void seesThroughAttacksThatShowNothing(ControlPlane controlPlane) {
        try (var run = AttackRun.on(controlPlane, rendered("seen"))) {
            var report = run.attack();

            assertThat(report.findings())
                    .extracting(finding -> finding.attack().id(), Finding::verdict)
                    .containsExactlyInAnyOrder(
                            tuple("right", Verdict.DENIED),
                            tuple("harmless", Verdict.ADMITTED),
                            tuple("evil-twin", Verdict.INCONCLUSIVE),
                            tuple("wrong-layer", Verdict.INCONCLUSIVE),
                            tuple("nobody", Verdict.NOT_APPLICABLE));
            assertThat(report.failures())
                    .extracting(Finding::toString)
                    .anySatisfy(text -> assertThat(text)
                            .startsWith(
                                    "seen: wrong-layer in seen without authorization is inconclusive but must be denied:")
                            .contains(FlagContributor.POLICY));
        }
    }

    @Test
    void seesThatALayerRemovedLetsTheRequestThrough(ControlPlane controlPlane) {
        try (var run = AttackRun.on(controlPlane, rendered("opened"))) {
            var findings = run.mutate().findings();

            assertThat(findings)
                    .filteredOn(finding -> finding.attack().id().equals("right"))
                    .extracting(Finding::verdict)
                    .containsExactly(Verdict.ADMITTED);
            assertThat(findings)
                    .filteredOn(finding -> finding.attack().id().equals("wrong-layer"))
                    .noneMatch(Finding::holds);
        }
    }

    @Test
    void listsLayersThatNoAttackNames() {
        var rendered = rendered("listed");
        assertThat(Layers.unattacked(rendered, List.of()))
                .containsExactly(
                        "admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy//" + FlagContributor.POLICY,
                        "v1/ResourceQuota/listed/flags");
    }

    private static Rendered rendered(String name) {
        return Tenantry.of(new FlagContributor())
                .render(Input.of(Tenant.named(name).build()));
    }
}
