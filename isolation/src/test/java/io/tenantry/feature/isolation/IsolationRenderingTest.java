package io.tenantry.feature.isolation;

import static io.tenantry.feature.isolation.Tenants.TENANTRY;
import static io.tenantry.feature.isolation.Tenants.account;
import static io.tenantry.feature.isolation.Tenants.acme;
import static io.tenantry.feature.isolation.Tenants.annotations;
import static io.tenantry.feature.isolation.Tenants.attacks;
import static io.tenantry.feature.isolation.Tenants.labels;
import static io.tenantry.feature.isolation.Tenants.render;
import static io.tenantry.testkit.Documents.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.tenantry.spi.Attack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsolationRenderingTest {

    @ParameterizedTest
    @CsvSource({"strict, restricted", "standard, restricted", "permissive, baseline"})
    void labelsNamespacesForPodSecurity(String level, String standard) {
        assertThat(labels(render("isolationLevel: " + level, "allowedRegistries: [registry.example]"), "acme"))
                .containsEntry("pod-security.kubernetes.io/enforce", standard)
                .containsEntry("pod-security.kubernetes.io/audit", standard)
                .containsEntry("pod-security.kubernetes.io/warn", standard)
                .containsEntry("pod-security.kubernetes.io/enforce-version", "latest");
    }

    @Test
    void tellsThePoliciesWhatANamespaceMayDo() {
        var rendered = render(
                "isolation: {allowedIngressHosts: [b.example.com, a.example.com], allowedStorageClasses: [fast]}",
                "namespaces: [{name: prod}, {name: dev, isolation: {allowedIngressHosts: []}}]");
        assertThat(annotations(rendered, "prod"))
                .containsEntry("tenantry.io/namespaces", "dev\nprod")
                .containsEntry("tenantry.io/ingress-hosts", "a.example.com\nb.example.com")
                .containsEntry("tenantry.io/storage-classes", "fast")
                .containsEntry("tenantry.io/chosen-volumes", "denied")
                .containsEntry("tenantry.io/inline-volumes", "denied")
                .containsEntry("tenantry.io/service-types", "ClusterIP");
        assertThat(annotations(rendered, "dev")).containsEntry("tenantry.io/ingress-hosts", "");
    }

    @Test
    void labelsTheNamespacesThatAPolicyNeedNotLookAt() {
        var open = render("{}");
        var bound =
                render("isolation: {allowedResources: [pods]}", "dedicatedNodes: true", "nodeAffinity: {pool: acme}");
        assertThat(labels(open, "acme"))
                .containsEntry("tenantry.io/allowed-resources", "everything")
                .doesNotContainKey("tenantry.io/nodes");
        assertThat(labels(bound, "acme"))
                .doesNotContainKey("tenantry.io/allowed-resources")
                .containsEntry("tenantry.io/nodes", "own");
        assertThat(annotations(bound, "acme")).containsEntry("tenantry.io/allowed-resources", "pods");
    }

    @Test
    void opensUnderPermissive() {
        assertThat(annotations(render("isolationLevel: permissive"), "acme"))
                .containsEntry("tenantry.io/ingress-hosts", "*")
                .containsEntry("tenantry.io/storage-classes", "*")
                .containsEntry("tenantry.io/chosen-volumes", "allowed")
                .containsEntry("tenantry.io/inline-volumes", "allowed")
                .containsEntry("tenantry.io/service-types", "ClusterIP\nExternalName\nLoadBalancer\nNodePort");
    }

    @Test
    void addsTheStorageClassesOfTheProfile() {
        var rendered = TENANTRY.render(
                acme("isolation: {allowedStorageClasses: [fast]}").plus(profile("storageClasses: [standard]")));
        assertThat(annotations(rendered, "acme")).containsEntry("tenantry.io/storage-classes", "fast\nstandard");
    }

    @Test
    void failsClosedInEveryPolicy() {
        assertThat(render("{}").shared())
                .map(manifest -> manifest.object())
                .filteredOn(ValidatingAdmissionPolicy.class::isInstance)
                .map(ValidatingAdmissionPolicy.class::cast)
                .hasSizeGreaterThanOrEqualTo(10)
                .allSatisfy(policy -> {
                    assertThat(policy.getSpec().getFailurePolicy()).isEqualTo("Fail");
                    assertThat(policy.getSpec().getValidations())
                            .isNotEmpty()
                            .allSatisfy(rule -> assertThat(rule.getReason()).isEqualTo("Forbidden"));
                });
    }

    @ParameterizedTest
    @CsvSource({"'kubernetesVersion: \"1.29\"'", "enforcement: warn", "enforcement: audit"})
    void claimsNothingOfPoliciesThatDoNotDeny(String profile) {
        var rendered = TENANTRY.render(
                acme("isolation: {allowedIngressHosts: [a.example.com]}").plus(profile(profile)));
        assertThat(account(rendered, "spec.isolation.allowedIngressHosts").enforced())
                .isFalse();
        assertThat(account(rendered, "spec.isolation.podSecurityPolicy").enforced())
                .isTrue();
        assertThat(attacks(rendered)).isEmpty();
    }

    @Test
    void attacksThePodSecurityOfEachNamespaceAndNothingTwice() {
        var attacks = attacks(render("namespaces: [{name: prod}, {name: dev}]"));
        assertThat(attacks)
                .hasSizeGreaterThan(80)
                .extracting(attack -> attack.id() + attack.layers())
                .doesNotHaveDuplicates();
        assertThat(attacks)
                .flatExtracting(Attack::layers)
                .contains(Attack.Layer.podSecurity("prod"), Attack.Layer.podSecurity("dev"));
    }
}
