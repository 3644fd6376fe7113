package io.tenantry.feature.isolation;

import static io.tenantry.feature.isolation.Tenants.TENANTRY;
import static io.tenantry.testkit.Documents.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Input;
import io.tenantry.testkit.attack.AttackReport;
import io.tenantry.testkit.attack.AttackRun;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Every attack on pods, on tenants that between them use every setting, with and without each layer. */
@ControlPlaneTest(own = true)
class PodAttacksOnServerTest {
    private static final Map<String, String[]> WORDS = Map.ofEntries(
            entry("images", "image", "imagePullPolicy"),
            entry("privileged", "is privileged"),
            entry("capabilities", "capability"),
            entry("host", "namespace of its node", "of the node is taken", "runs as a process of the host"),
            entry("app-armor", "AppArmor"),
            entry("selinux", "SELinux"),
            entry("placement", "nodeName", "nodeSelector", "toleration", "priorityClassName", "runtimeClassName"),
            entry("inline-volumes", "volume data of driver"),
            entry("cpu-pinning", "CPUs to itself"));

    @Test
    void areStoppedByEachLayerAlone(ControlPlane controlPlane, TestReporter reporter) {
        var rendered = TENANTRY.render(Input.of(
                tenant(
                        "pods-strict",
                        "isolationLevel: strict",
                        "allowedRegistries: [gcr.io, ghcr.io/acme]",
                        "blockedRegistries: [gcr.io/evil]"),
                tenant(
                        "pods-standard",
                        "blockedRegistries: [docker.io]",
                        "cpuPinning: true",
                        "dedicatedNodes: true",
                        "nodeAffinity: {pool: own}",
                        "appArmor: true",
                        "selinux: true"),
                tenant("pods-permissive", "isolationLevel: permissive"),
                tenant("pods-open", "podSecurityPolicy: privileged")));
        try (var run = AttackRun.on(controlPlane, rendered)) {
            var report = run.attack().plus(run.mutate());
            reporter.publishEntry("attacks", report.table());
            assertThat(report.failures()).isEmpty();
            assertThat(countOfPods(report)).isGreaterThan(300);
            assertThat(refusals(report))
                    .isNotEmpty()
                    .allSatisfy((id, message) -> assertThat(message.split("; also ", -1))
                            .as(id)
                            .allSatisfy(finding -> assertThat(finding).containsAnyOf(WORDS.get(id.split("/", -1)[2]))));
        }
    }

    /** One policy speaks for many controls, so that its name alone does not tell which of them refused. */
    private static Map<String, String> refusals(AttackReport report) {
        var refusals = new TreeMap<String, String>();
        for (var finding : report.findings()) {
            if (finding.attack().family().equals("pods") && finding.message().contains("'" + PodsPolicy.NAME + "'")) {
                refusals.put(finding.attack().id(), finding.message());
            }
        }
        return refusals;
    }

    private static Map.Entry<String, String[]> entry(String control, String... words) {
        return Map.entry(control, words);
    }

    private static long countOfPods(AttackReport report) {
        return report.findings().stream()
                .filter(finding -> finding.attack().family().equals("pods"))
                .count();
    }
}
