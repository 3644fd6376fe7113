package io.tenantry.integration.subsets;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Input;
import io.tenantry.IsolationLevel;
import io.tenantry.KubernetesVersion;
import io.tenantry.Source;
import io.tenantry.Tenantry;
import io.tenantry.manifest.Manifest;
import io.tenantry.manifest.Rendered;
import io.tenantry.validation.Problem;
import io.tenantry.validation.Severity;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tenants of every level on every version of Kubernetes: what a version cannot do is left out, and said. */
class EveryVersionTest {
    private static final int POLICIES = 30;
    private static final int MUTATING_POLICIES = 36;

    static Stream<KubernetesVersion> versions() {
        return IntStream.rangeClosed(KubernetesVersion.OLDEST.minor(), KubernetesVersion.NEWEST.minor())
                .mapToObj(minor -> new KubernetesVersion(1, minor));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void hasThePoliciesThatItCanHave(KubernetesVersion version) {
        for (var level : Set.of(IsolationLevel.STANDARD, IsolationLevel.PERMISSIVE)) {
            var rendered = Tenantry.discover().render(tenant(level, version, ""));
            var kinds = rendered.shared().stream().map(Manifest::kind).collect(Collectors.toSet());
            assertThat(kinds.contains("ValidatingAdmissionPolicy")).isEqualTo(version.atLeast(POLICIES));
            assertThat(kinds.contains("MutatingAdmissionPolicy")).isEqualTo(version.atLeast(MUTATING_POLICIES));
            assertThat(isGuarded(rendered)).isEqualTo(version.atLeast(POLICIES));
            assertThat(rendered.attacks(rendered.tenants().get(0)).isEmpty()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void isRefusedUnderStrictWithoutPoliciesUnlessAccepted(KubernetesVersion version) {
        var errors = Tenantry.discover().validate(tenant(IsolationLevel.STRICT, version, "")).problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(Problem::code)
                .toList();
        assertThat(errors.isEmpty()).isEqualTo(version.atLeast(POLICIES));
        assertThat(errors.contains("STRICT_NEEDS_POLICIES")).isEqualTo(!version.atLeast(POLICIES));
        var accepting = ", acceptsNotEnforced: [ValidatingAdmissionPolicy]";
        var rendered = Tenantry.discover().render(tenant(IsolationLevel.STRICT, version, accepting));
        assertThat(isGuarded(rendered)).isEqualTo(version.atLeast(POLICIES));
    }

    /** Whether administrators have the role that only a guard makes safe. */
    private static boolean isGuarded(Rendered rendered) {
        return rendered.objects(rendered.tenants().get(0)).stream()
                .map(Manifest::name)
                .anyMatch(name -> name.startsWith("tenantry-admin-") && name.endsWith("-guarded"));
    }

    private static Input tenant(IsolationLevel level, KubernetesVersion version, String profile) {
        return Input.of(Source.ofString("tenant.yaml", """
            apiVersion: tenantry.io/v1alpha1
            kind: Tenant
            metadata: {name: acme}
            spec:
              isolationLevel: %s
              admins: [admin@acme.example]
              allowedRegistries: [registry.example]
            ---
            apiVersion: tenantry.io/v1alpha1
            kind: ClusterProfile
            metadata: {name: default}
            spec: {kubernetesVersion: "%s"%s}
            """.formatted(level, version, profile)));
    }
}
