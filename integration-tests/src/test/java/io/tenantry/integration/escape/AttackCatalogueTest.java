package io.tenantry.integration.escape;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Input;
import io.tenantry.IsolationLevel;
import io.tenantry.Source;
import io.tenantry.Tenantry;
import io.tenantry.manifest.Manifest;
import io.tenantry.manifest.Rendered;
import io.tenantry.spi.Attack;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The attacks of all modules together. */
class AttackCatalogueTest {
    private static final int FEWEST = 120;

    @ParameterizedTest
    @EnumSource
    void isLargeUnderEveryLevel(IsolationLevel level) {
        var attacks = attacks(level);
        assertThat(attacks)
                .extracting(attack -> attack.id() + " in "
                        + attack.twin().object().getMetadata().getNamespace())
                .doesNotHaveDuplicates();
        assertThat(attacks)
                .extracting(Attack::id)
                .satisfies(ids -> assertThat(Set.copyOf(ids)).hasSizeGreaterThanOrEqualTo(FEWEST));
    }

    @Test
    void namesEverySharedPolicyAndEveryRoleOfATenant() {
        var named = Stream.of(IsolationLevel.values())
                .flatMap(level -> attacks(level).stream())
                .flatMap(attack -> attack.layers().stream())
                .map(Attack.Layer::object)
                .collect(toCollection(TreeSet::new));
        var policies = rendered(IsolationLevel.STANDARD).shared().stream()
                .map(Manifest::key)
                .filter(key -> key.contains("/ValidatingAdmissionPolicy/"))
                .toList();
        assertThat(policies).hasSizeGreaterThan(5);
        assertThat(named).containsAll(policies);
        assertThat(named)
                .contains(roles("admin-standard-guarded"), roles("developer-strict"), roles("viewer-permissive"));
    }

    private static String roles(String name) {
        return "rbac.authorization.k8s.io/v1/ClusterRole//tenantry-" + name;
    }

    private static List<Attack> attacks(IsolationLevel level) {
        var rendered = rendered(level);
        return new ArrayList<>(rendered.attacks(rendered.tenants().get(0)));
    }

    private static Rendered rendered(IsolationLevel level) {
        var tenant = """
            apiVersion: tenantry.io/v1alpha1
            kind: Tenant
            metadata: {name: acme}
            spec:
              isolationLevel: %s
              admins: [admin]
              cpuQuota: "20"
              memoryQuota: 40Gi
              limits: {qosClass: Guaranteed, minReplicas: 2}
              isolation:
                allowedRegistries: [registry.example]
                allowedIngressHosts: [acme.example]
              namespaces:
              - name: acme
              - {name: acme-small, isolation: {cpuPinning: true, allowedResources: [pods]}}
            ---
            apiVersion: tenantry.io/v1alpha1
            kind: ClusterProfile
            metadata: {name: default}
            spec: {storageClasses: [fast]}
            """;
        return Tenantry.discover().render(Input.of(Source.ofString("acme.yaml", tenant.formatted(level))));
    }
}
