package io.tenantry.integration.subsets;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.Input;
import io.tenantry.IsolationLevel;
import io.tenantry.Source;
import io.tenantry.Tenantry;
import io.tenantry.feature.isolation.IsolationContributor;
import io.tenantry.feature.rbac.RbacContributor;
import io.tenantry.integration.cluster.Yaml;
import io.tenantry.spi.ManifestContributor;
import io.tenantry.testkit.attack.AttackRun;
import io.tenantry.testkit.controlplane.ApiClient;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneSettings;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import io.tenantry.testkit.controlplane.Eventually;
import io.tenantry.testkit.controlplane.Rights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The modules that keep tenants in, alone and together, under each level, and where policies only warn: every attack that
 * the modules at hand promise to stop is stopped, nobody has a right that only an absent guard would make safe, and
 * policies that do not deny are heard.
 */
@ControlPlaneTest
class EverySubsetTest {
    private static final String AUDIT_LOG = "audit.log";
    private static final String AUDIT_POLICY = """
            apiVersion: audit.k8s.io/v1
            kind: Policy
            rules:
            - {level: Metadata, verbs: [create]}
            """;
    private static final String SPOKEN = "ValidatingAdmissionPolicy 'tenantry-services' with binding";

    private static final Set<String> READING = Set.of("get", "list", "watch");

    /** What a tenant may write only behind the guard. */
    private static final Set<String> NEEDS_GUARD = Set.of(
            "roles.rbac.authorization.k8s.io",
            "rolebindings.rbac.authorization.k8s.io",
            "networkpolicies.networking.k8s.io");

    /** What no tenant may write by its rights; the literal {@code *} is for permissive behind the guard. */
    private static final Set<String> OF_PLATFORM = Set.of(
            "*",
            "namespaces",
            "resourcequotas",
            "limitranges",
            "endpoints",
            "endpointslices.discovery.k8s.io",
            "bindings",
            "pods/binding",
            "pods/proxy",
            "services/proxy");

    private static ControlPlane controlPlane;

    @BeforeAll
    static void start() {
        controlPlane = ControlPlane.start(ControlPlaneSettings.usual()
                .file("audit.yaml", AUDIT_POLICY)
                .apiServer("--audit-policy-file=audit.yaml", "--audit-log-path=" + AUDIT_LOG));
    }

    @AfterAll
    static void stop() {
        controlPlane.close();
    }

    /** Modules, and how the shared policies answer. */
    enum Subset {
        RBAC(true, false, "deny"),
        ISOLATION(false, true, "deny"),
        BOTH(true, true, "deny"),
        BOTH_THAT_WARN(true, true, "warn"),
        BOTH_THAT_AUDIT(true, true, "audit");

        private final boolean roles;
        private final boolean policies;
        private final String enforcement;

        Subset(boolean roles, boolean policies, String enforcement) {
            this.roles = roles;
            this.policies = policies;
            this.enforcement = enforcement;
        }

        Tenantry tenantry() {
            var modules = new ArrayList<ManifestContributor<?>>();
            if (roles) {
                modules.add(new RbacContributor());
            }
            if (policies) {
                modules.add(new IsolationContributor());
            }
            return Tenantry.of(modules.toArray(ManifestContributor<?>[]::new));
        }

        boolean guarded() {
            return policies && enforcement.equals("deny");
        }

        boolean hasRoles() {
            return roles;
        }
    }

    @ParameterizedTest
    @EnumSource
    void stopsWhatItPromisesAndGrantsNothingUnsafe(Subset subset) {
        var documents = new ArrayList<Source>();
        documents.add(Source.ofString("profile.yaml", profile(subset)));
        Arrays.stream(IsolationLevel.values())
                .map(level -> Source.ofString(level + ".yaml", tenant(subset, level)))
                .forEach(documents::add);
        var rendered = subset.tenantry().render(Input.of(documents.toArray(Source[]::new)));
        try (var run = AttackRun.on(controlPlane, rendered)) {
            assertThat(run.attack().failures()).isEmpty();
            if (subset.enforcement.equals("warn")) {
                warns(subset);
            } else if (subset.enforcement.equals("audit")) {
                audits(subset);
            }
            for (var level : IsolationLevel.values()) {
                for (var role : List.of("admin", "developer", "viewer")) {
                    var rights = Rights.of(Rights.user(role), name(subset, level), controlPlane);
                    assertThat(rights.isEmpty()).isEqualTo(!subset.hasRoles());
                    assertThat(unsafe(rights, subset, level))
                            .as("%s under %s", role, level)
                            .isEmpty();
                }
            }
        }
    }

    private static void warns(Subset subset) {
        Eventually.holds(
                "policies warn",
                () -> admin().create(service(subset, "externalIPs: [203.0.113.7], ")).orFail().warnings().stream()
                        .anyMatch(warning -> warning.contains(SPOKEN)));
        assertThat(admin().create(service(subset, "")).orFail().warnings()).isEmpty();
    }

    private static void audits(Subset subset) {
        Eventually.holds("the audit log has what policies say", () -> {
            var answer = admin().create(service(subset, "externalIPs: [203.0.113.7], "))
                    .orFail();
            assertThat(answer.warnings()).noneMatch(warning -> warning.contains(SPOKEN));
            return auditLog()
                    .lines()
                    .anyMatch(event -> event.contains("\"validation.policy.admission.k8s.io")
                            && event.contains("tenantry-services"));
        });
    }

    private static ApiClient admin() {
        return controlPlane.as(Rights.user("admin")).dryRun();
    }

    private static HasMetadata service(Subset subset, String spec) {
        var service = "{apiVersion: v1, kind: Service, metadata: {name: heard, namespace: %s},"
                + " spec: {%sports: [{port: 80}]}}";
        return Yaml.objects(service.formatted(name(subset, IsolationLevel.STANDARD), spec), Map.of())
                .get(0);
    }

    private static String auditLog() {
        try {
            return Files.readString(controlPlane.directory().resolve(AUDIT_LOG));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> unsafe(Set<String> rights, Subset subset, IsolationLevel level) {
        if (subset.guarded() && level == IsolationLevel.PERMISSIVE) {
            return List.of();
        }
        var forbidden = subset.guarded() ? OF_PLATFORM : union(OF_PLATFORM, NEEDS_GUARD);
        return rights.stream()
                .filter(right -> {
                    var verb = right.substring(0, right.indexOf(' '));
                    var resource = right.substring(right.indexOf(' ') + 1);
                    return !READING.contains(verb)
                            && (forbidden.contains(resource)
                                    || resource.contains("*")
                                    || Set.of("*", "bind", "escalate", "impersonate")
                                            .contains(verb));
                })
                .toList();
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
    }

    private static String profile(Subset subset) {
        return """
            apiVersion: tenantry.io/v1alpha1
            kind: ClusterProfile
            metadata: {name: default}
            spec: {enforcement: %s, acceptsNotEnforced: %s}
            """.formatted(subset.enforcement, subset.guarded() ? "[]" : "[isolation]");
    }

    private static String tenant(Subset subset, IsolationLevel level) {
        var people = "rbac: {admins: [admin], developers: [developer], viewers: [viewer]}";
        var images = "allowedRegistries: [registry.example]";
        return """
            apiVersion: tenantry.io/v1alpha1
            kind: Tenant
            metadata: {name: %s}
            spec:
              isolationLevel: %s
            """.formatted(name(subset, level), level)
                + (subset.hasRoles() ? "  " + people + "\n" : "")
                + (subset == Subset.RBAC ? "" : "  " + images + "\n");
    }

    /** Namespaces are deleted in their own time, so each subset has its own. */
    private static String name(Subset subset, IsolationLevel level) {
        return subset.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + level;
    }
}
