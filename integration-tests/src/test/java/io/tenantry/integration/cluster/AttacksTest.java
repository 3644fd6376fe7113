package io.tenantry.integration.cluster;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.Validation;
import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.Tenantry;
import io.tenantry.manifest.Manifest;
import io.tenantry.manifest.Rendered;
import io.tenantry.testkit.attack.AttackReport;
import io.tenantry.testkit.attack.AttackRun;
import io.tenantry.testkit.attack.Finding;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
              namespaces: [{name: standard-prod}, {name: dev-standard, limits: {qosClass: Guaranteed}, selinux: true}]
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
            ---
            apiVersion: tenantry.io/v1alpha1
            kind: Tenant
            metadata: {name: modest}
            spec:
              isolationLevel: standard
              admins: [admin@modest.example]
              limits: {qosClass: BestEffort}
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

    private static final Pattern TEXT = Pattern.compile("'([^']*)'");

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
            assertThat(unheard(rendered, report)).isEmpty();
        }
    }

    /** Rules of shared policies, by the longest of their words, that refused nothing: nothing shows that they hold. */
    private static List<String> unheard(Rendered rendered, AttackReport report) {
        var heard = report.findings().stream().map(Finding::message).collect(joining("\n"));
        var words = rendered.shared().stream()
                .map(Manifest::object)
                .filter(ValidatingAdmissionPolicy.class::isInstance)
                .flatMap(policy -> words((ValidatingAdmissionPolicy) policy))
                .toList();
        assertThat(words).hasSizeGreaterThan(30);
        return words.stream().filter(text -> !heard.contains(text)).toList();
    }

    /** Rules are {@code (expression) ? '' : (message)} in one variable, or validations of their own. */
    private static Stream<String> words(ValidatingAdmissionPolicy policy) {
        var joined = policy.getSpec().getVariables().stream()
                .filter(variable -> variable.getName().equals("refusal"))
                .flatMap(refusal -> Stream.of(refusal.getExpression().split("\\) \\? '' : \\(", -1))
                        .skip(1));
        var apart = policy.getSpec().getValidations().stream()
                .map(Validation::getMessageExpression)
                .filter(message -> !message.equals("variables.refusal"));
        return Stream.concat(joined, apart).map(AttacksTest::longestText);
    }

    private static String longestText(String cel) {
        return TEXT.matcher(cel)
                .results()
                .map(text -> text.group(1))
                .filter(text -> text.contains(" "))
                .max(comparingInt(String::length))
                .orElseThrow(() -> new AssertionError("a rule without words: " + cel));
    }

    /** The API server puts the object and the policy before it. */
    private static void sayWhatIsWrong(AttackReport report) {
        assertThat(report.findings())
                .filteredOn(finding -> finding.message().contains(FALLBACK)
                        || finding.message().contains("resulted in error"))
                .isEmpty();
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
