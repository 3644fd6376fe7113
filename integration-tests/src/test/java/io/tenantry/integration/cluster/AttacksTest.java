package io.tenantry.integration.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.Tenantry;
import io.tenantry.testkit.attack.AttackRun;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
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

    /** Every control of the modules here, on tenants of two levels. */
    @Test
    void denyByTheLayerNamedAndByNoneWithoutIt(ControlPlane controlPlane, TestReporter reporter) {
        var rendered = Tenantry.discover().render(Input.of(Source.ofString("tenants.yaml", TENANTS)));
        try (var run = AttackRun.on(controlPlane, rendered)) {
            var report = run.attack().plus(run.mutate());
            reporter.publishEntry("attacks", report.table());
            assertThat(report.failures()).isEmpty();
            assertThat(report.unattacked()).isEmpty();
        }
    }
}
