package io.tenantry.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.tenantry.cluster.ApplyOptions;
import io.tenantry.cluster.Progress;
import io.tenantry.cluster.server.ClusterException;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import io.tenantry.testkit.controlplane.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody with the rights that docs/apply.md says are enough, and with all of them but one. */
@ControlPlaneTest
class ApplierTest {
    private static final String GROUP = "rbac.authorization.k8s.io";
    private static final Pattern ROLE = Pattern.compile("```yaml\n(.*?kind: ClusterRole\n.*?)```", Pattern.DOTALL);

    @Test
    void needsNoMoreThanTheDocumentedRights(ControlPlane controlPlane) throws IOException {
        var platform = bound("documented", documented(), controlPlane);
        var one = Platform.tenant("documented-a", "podQuota: 10");
        var other = Platform.tenant("documented-b");

        assertThat(platform.apply(one + other).failures()).isEmpty();
        assertThat(platform.apply(Platform.tenant("documented-a", "podQuota: 20"))
                        .failures())
                .isEmpty();
        try (var cluster = platform.connect()) {
            var plan = cluster.planApply(platform.render(one), new ApplyOptions(false, false, true, true));
            assertThat(cluster.execute(plan, Progress.SILENT).failures()).isEmpty();
        }
        platform.assertComplete(one);
        assertThat(platform.delete(one).failures()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tenants, manage, 'not allowed to manage tenants.tenantry.io'",
        "resourcequotas, list, 'cannot list resource \"resourcequotas\" in API group \"\" at the cluster scope'",
        "namespaces, create, 'cannot create resource \"namespaces\" in API group \"\" in the namespace \"NS\"'",
        "leases, create, 'cannot create resource \"leases\" in API group \"coordination.k8s.io\" in the namespace \"NS\"'",
        "configmaps, patch, 'cannot patch resource \"configmaps\" in API group \"\" in the namespace \"NS\"'",
        "networkpolicies, create, 'create resource \"networkpolicies\" in API group \"networking.k8s.io\" in the namespace'"
    })
    void isToldWhichRightIsMissing(String resource, String verb, String message, ControlPlane controlPlane)
            throws IOException {
        var name = "lacking-" + resource;
        var platform = bound(name, without(verb, resource, documented()), controlPlane);

        assertThat(refusal(name, platform)).contains(message.replace("NS", platform.namespace()));
    }

    private static String refusal(String tenant, Platform platform) {
        try {
            return platform.apply(Platform.tenant(tenant)).failures().stream()
                    .map(result -> result.step().object() + ": " + result.message())
                    .findFirst()
                    .orElse("nothing is refused");
        } catch (ClusterException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Platform bound(String name, ClusterRole role, ControlPlane controlPlane) {
        var administrator = controlPlane.administrator();
        role.getMetadata().setName(name);
        administrator.create(role).orFail();
        administrator
                .create(new ClusterRoleBindingBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .withNewRoleRef(GROUP, "ClusterRole", name)
                        .addNewSubject(GROUP, "User", name, null)
                        .build())
                .orFail();
        return Platform.as(Identity.user(name), controlPlane).in(name + "-platform");
    }

    private static ClusterRole documented() throws IOException {
        var found = ROLE.matcher(Files.readString(Path.of("..", "docs", "apply.md")));
        assertThat(found.find()).isTrue();
        return Serialization.unmarshal(found.group(1), ClusterRole.class);
    }

    private static ClusterRole without(String verb, String resource, ClusterRole role) {
        var rules = new ArrayList<PolicyRule>();
        for (var rule : role.getRules()) {
            for (var each : rule.getResources()) {
                var verbs = new ArrayList<>(rule.getVerbs());
                if (each.equals(resource)) {
                    assertThat(verbs.remove(verb)).isTrue();
                }
                rules.add(rule.edit().withResources(each).withVerbs(verbs).build());
            }
        }
        rules.removeIf(rule -> rule.getVerbs().isEmpty());
        return new ClusterRoleBuilder(role).withRules(rules).build();
    }
}
