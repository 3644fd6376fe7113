package io.tenantry.feature.isolation;

import static io.tenantry.feature.isolation.Tenants.TENANTRY;
import static io.tenantry.feature.isolation.Tenants.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Input;
import io.tenantry.testkit.attack.AttackReport;
import io.tenantry.testkit.attack.AttackRun;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Every attack on pods, on tenants that between them use every setting, with and without each layer. */
@ControlPlaneTest(own = true)
class PodAttacksOnServerTest {

    @Test
    void areStoppedByEachLayerAlone(ControlPlane controlPlane, TestReporter reporter) {
        var rendered = TENANTRY.render(Input.of(
                source(
                        "pods-strict",
                        "isolationLevel: strict",
                        "allowedRegistries: [gcr.io, ghcr.io/acme]",
                        "blockedRegistries: [gcr.io/evil]"),
                source(
                        "pods-standard",
                        "blockedRegistries: [docker.io]",
                        "cpuPinning: true",
                        "dedicatedNodes: true",
                        "nodeAffinity: {pool: own}",
                        "appArmor: true",
                        "selinux: true"),
                source("pods-permissive", "isolationLevel: permissive"),
                source("pods-open", "podSecurityPolicy: privileged")));
        try (var run = AttackRun.on(controlPlane, rendered)) {
            var report = run.attack().plus(run.mutate());
            reporter.publishEntry("attacks", report.table());
            assertThat(report.failures()).isEmpty();
            assertThat(countOfPods(report)).isGreaterThan(300);
        }
    }

    private static long countOfPods(AttackReport report) {
        return report.findings().stream()
                .filter(finding -> finding.attack().family().equals("pods"))
                .count();
    }
}
