package io.tenantry.integration.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.Tenantry;
import io.tenantry.testkit.attack.AttackReport;
import io.tenantry.testkit.attack.AttackRun;
import io.tenantry.testkit.attack.Finding;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

@ControlPlaneTest(own = true)
class AttacksTest {
    private static final String TENANTS = """
            apiVersion: tenantry.io/v1alpha1
            kind: Tenant
            metadata: {name: standard}
            spec:
              isolationLevel: standard
              admins: [admin@standard.example]
              rbac:
                developers: [group:standard-developers]
                viewers: [viewer@standard.example]
                serviceAccounts: [{name: deployer, role: developer}]
              limits: {minReplicas: 2}
              isolation:
                allowedIngressHosts: ["*.standard.example"]
                allowedStorageClasses: [fast]
              namespaces: [{name: standard-prod}, {name: standard-dev, limits: {qosClass: Guaranteed}}]
            ---
            apiVersion: tenantry.io/v1alpha1
            kind: Tenant
            metadata: {name: strict}
            spec:
              isolationLevel: strict
              admins: [admin@strict.example]
              cpuQuota: "20"
              memoryQuota: 64Gi
              limits: {minReplicas: 3}
              isolation:
                allowedRegistries: [registry.example/strict, ghcr.io]
                blockedRegistries: [ghcr.io/old]
                allowedIngressHosts: [strict.example]
                allowedPriorityClasses: [batch]
                allowedRuntimeClasses: [gvisor]
                dedicatedNodes: true
                nodeAffinity: {pool: strict}
                cpuPinning: true
                appArmor: true
                selinux: true
            ---
            apiVersion: tenantry.io/v1alpha1
            kind: Tenant
            metadata: {name: permissive}
            spec:
              isolationLevel: permissive
              admins: [admin@permissive.example]
              isolation:
                allowedResources: [configmaps, services, persistentvolumeclaims, pods, deployments, statefulsets, roles,
                  rolebindings, networkpolicies]
              quota: {scopes: [NotBestEffort]}
              limits: {burstCpu: "150"}
            """;

    /** Of some attacks, what is refused and what is allowed instead. */
    private static final Map<String, String> SAID = Map.of(
            "isolation/claims/foreign-class", "its StorageClass is tenantry-other but allowed are fast",
            "isolation/ingresses/foreign-host", "spec.rules has the host login.tenantry-other.example but allowed are ",
            "isolation/services/external-ips", "spec.externalIPs has 203.0.113.7 but no address may be taken",
            "isolation/grants/stranger", "subject User/tenantry-stranger is not of this tenant; allowed are ",
            "isolation/pods/images/foreign-registry/pod", " is not from a registry that is allowed here: ghcr.io, ",
            "isolation/pods/placement/priority/pod", "priorityClassName is tenantry-other but must be one of: ",
            "isolation/pods/placement/runtime/pod", "runtimeClassName is tenantry-other but must be one of: ",
            "isolation/network-policies/ingress-internet", "a rule of spec.ingress reaches beyond tenant ",
            "isolation/allowed-resources/secrets", "resource secrets may not be created here; allowed are configmaps",
            "limits/min-replicas/deployment", "or more, or 0 to stop it");

    /** Of a policy whose own message cannot be made. */
    private static final String FALLBACK = "not allowed in this tenant";

    /** Every control of the modules here, on a tenant of each level. */
    @Test
    void denyByTheLayerNamedAndByNoneWithoutIt(ControlPlane controlPlane, TestReporter reporter) {
        var rendered = Tenantry.discover().render(Input.of(Source.ofString("tenants.yaml", TENANTS)));
        try (var run = AttackRun.on(controlPlane, rendered)) {
            var report = run.attack().plus(run.mutate());
            reporter.publishEntry("attacks", report.table());
            assertThat(report.failures()).isEmpty();
            assertThat(report.unattacked()).isEmpty();
            sayWhatIsWrong(report);
        }
    }

    /** The API server puts the object and the policy before it. */
    private static void sayWhatIsWrong(AttackReport report) {
        assertThat(report.findings()).extracting(Finding::message).noneMatch(message -> message.contains(FALLBACK));
        SAID.forEach((id, words) -> assertThat(report.findings())
                .filteredOn(finding ->
                        finding.attack().id().equals(id) && finding.open().isEmpty())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.message())
                        .contains(
                                "ValidatingAdmissionPolicy 'tenantry-",
                                finding.attack()
                                        .request()
                                        .object()
                                        .getMetadata()
                                        .getName(),
                                words)));
    }
}
