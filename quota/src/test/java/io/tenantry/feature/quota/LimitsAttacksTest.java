package io.tenantry.feature.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.manifest.Manifest;
import io.tenantry.manifest.Rendered;
import io.tenantry.spi.Attack;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsAttacksTest {

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{qosClass: Guaranteed, minReplicas: 3}", "{qosClass: BestEffort}"})
    void namesOnlyLayersThatAreRendered(String limits) {
        var rendered = Tenants.render("limits: " + limits);
        var keys = Stream.concat(rendered.shared().stream(), Tenants.manifests(rendered).stream())
                .map(Manifest::key)
                .toList();
        assertThat(attacks(rendered))
                .isNotEmpty()
                .allSatisfy(attack -> assertThat(attack.layers())
                        .extracting(Attack.Layer::object)
                        .isSubsetOf(keys));
    }

    @Test
    void attacksEveryLayerOfTheModule() {
        var rendered = Tenants.render(
                "limits: {minReplicas: 2}", "namespaces: [{name: acme}, {name: b, limits: {qosClass: Guaranteed}}]");
        assertThat(attacks(rendered).stream()
                        .flatMap(attack -> attack.layers().stream())
                        .map(Attack.Layer::object))
                .contains(
                        "admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy//tenantry-qos-class",
                        "admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy//tenantry-qos-status",
                        "admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy//tenantry-min-replicas",
                        "v1/LimitRange/acme/tenantry-limits",
                        "v1/ResourceQuota/acme/tenantry-quota");
    }

    @Test
    void attacksEachNamespaceOnceUnderEachId() {
        var rendered = Tenants.render(
                "namespaces: [{name: a, limits: {minReplicas: 2}}, {name: b, limits: {qosClass: Guaranteed}}]");
        assertThat(attacks(rendered))
                .extracting(attack -> attack.id() + " in "
                        + attack.twin().object().getMetadata().getNamespace())
                .doesNotHaveDuplicates();
        assertThat(attacks(rendered))
                .extracting(Attack::id)
                .contains(
                        "limits/qos-class/requests-of-0",
                        "limits/qos-class/burst",
                        "limits/qos-class/false-status",
                        "limits/container/above-max",
                        "limits/min-replicas/deployment",
                        "limits/min-replicas/statefulset-scale",
                        "quota/node-ports/create",
                        "quota/load-balancers/create",
                        "quota/storage/above",
                        "quota/cpu/above-tenantry-quota");
    }

    @Test
    void leavesOutWhatTheTenantMayDo() {
        var rendered = Tenants.render("isolationLevel: permissive", "limits: {minReplicas: 1}");
        assertThat(attacks(rendered))
                .extracting(Attack::id)
                .noneMatch(id -> id.contains("replicas") || id.contains("ports"));
    }

    private static List<Attack> attacks(Rendered rendered) {
        var attacks = new ArrayList<Attack>();
        rendered.views(QuotaContributor.SECTION).forEach(view -> attacks.addAll(new QuotaContributor().attacks(view)));
        rendered.views(LimitsContributor.SECTION)
                .forEach(view -> attacks.addAll(new LimitsContributor().attacks(view)));
        return attacks;
    }
}
