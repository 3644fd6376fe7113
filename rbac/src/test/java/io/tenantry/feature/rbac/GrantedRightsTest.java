package io.tenantry.feature.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Input;
import io.tenantry.IsolationLevel;
import io.tenantry.Tenantry;
import io.tenantry.spi.ClusterView;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import io.tenantry.testkit.controlplane.Eventually;
import io.tenantry.testkit.controlplane.Identity;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the API server itself says that somebody with a role may do. */
@ControlPlaneTest
class GrantedRightsTest {
    private static final String PEOPLE =
            "rbac: {admins: [admin@%1$s], developers: [developer@%1$s], viewers: [viewer@%1$s]}";

    @ParameterizedTest
    @CsvSource({
        "STRICT, false",
        "STRICT, true",
        "STANDARD, false",
        "STANDARD, true",
        "PERMISSIVE, false",
        "PERMISSIVE, true"
    })
    void areWhatTheRoleSaysAndNothingElsewhere(IsolationLevel level, boolean guarded, ControlPlane controlPlane) {
        var name = "rights-" + level + (guarded ? "-guarded" : "");
        var cluster = apply(guarded ? Tenants.GUARDED : Tenants.ALONE, name, level, controlPlane);
        for (var role : BuiltInRole.values()) {
            var person = Identity.user(role.roleName() + "@" + name, "system:authenticated");
            var expected =
                    new TreeSet<>(Tenants.rights(role.permissions(NamespacedResources.of(cluster), level, guarded)
                            .rules()));
            assertThat(rights(person, name, controlPlane)).as(role.roleName()).isEqualTo(expected);
            for (var elsewhere : new String[] {"default", "kube-system", "kube-public"}) {
                assertThat(rightsNow(person, elsewhere, controlPlane)).isEmpty();
            }
        }
    }

    private static ClusterView apply(Tenantry tenantry, String name, IsolationLevel level, ControlPlane controlPlane) {
        var rendered =
                tenantry.render(Input.of(Tenants.tenant(name, "isolationLevel: " + level, PEOPLE.formatted(name))));
        var administrator = controlPlane.administrator();
        rendered.shared()
                .forEach(manifest -> administrator.apply(manifest.object()).orFail());
        rendered.objects(rendered.tenants().get(0))
                .forEach(manifest -> administrator.apply(manifest.object()).orFail());
        return rendered.cluster();
    }

    /** The authorizer sees a RoleBinding a moment after it is stored. */
    private static SortedSet<String> rights(Identity person, String namespace, ControlPlane controlPlane) {
        return Eventually.found(person.user() + " has rights in " + namespace, () -> {
            var rights = rightsNow(person, namespace, controlPlane);
            return rights.isEmpty() ? Optional.empty() : Optional.of(rights);
        });
    }

    /** Without those that everybody has. */
    private static SortedSet<String> rightsNow(Identity person, String namespace, ControlPlane controlPlane) {
        var rights = review(person, namespace, controlPlane);
        rights.removeAll(review(Identity.user("stranger", "system:authenticated"), namespace, controlPlane));
        return rights;
    }

    private static SortedSet<String> review(Identity person, String namespace, ControlPlane controlPlane) {
        var body =
                "{\"apiVersion\":\"authorization.k8s.io/v1\",\"kind\":\"SelfSubjectRulesReview\",\"spec\":{\"namespace\":\"%s\"}}"
                        .formatted(namespace);
        var answer = controlPlane
                .as(person)
                .send("POST", "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews", "application/json", body)
                .orFail();
        assertThat(answer.at("/status/incomplete").asBoolean()).isFalse();
        var rights = new TreeSet<String>();
        answer.at("/status/resourceRules").forEach(rule -> add(rule, rights));
        return rights;
    }

    private static void add(JsonNode rule, SortedSet<String> rights) {
        for (var group : rule.path("apiGroups")) {
            for (var resource : rule.path("resources")) {
                for (var verb : rule.path("verbs")) {
                    var suffix = group.asString().isEmpty() ? "" : "." + group.asString();
                    rights.add(verb.asString() + " " + resource.asString() + suffix);
                }
            }
        }
    }
}
