package io.tenantry.feature.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Input;
import io.tenantry.IsolationLevel;
import io.tenantry.Tenantry;
import io.tenantry.spi.ClusterView;
import io.tenantry.testkit.Documents;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import io.tenantry.testkit.controlplane.Eventually;
import io.tenantry.testkit.controlplane.Identity;
import io.tenantry.testkit.controlplane.Rights;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            var person = Rights.user(role.roleName() + "@" + name);
            var expected =
                    new TreeSet<>(Tenants.rights(role.permissions(NamespacedResources.of(cluster), level, guarded)
                            .rules()));
            assertThat(rights(person, name, controlPlane)).as(role.roleName()).isEqualTo(expected);
            for (var elsewhere : new String[] {"default", "kube-system", "kube-public"}) {
                assertThat(Rights.of(person, elsewhere, controlPlane)).isEmpty();
            }
        }
    }

    private static ClusterView apply(Tenantry tenantry, String name, IsolationLevel level, ControlPlane controlPlane) {
        var rendered =
                tenantry.render(Input.of(Documents.tenant(name, "isolationLevel: " + level, PEOPLE.formatted(name))));
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
            var rights = Rights.of(person, namespace, controlPlane);
            return rights.isEmpty() ? Optional.empty() : Optional.of(rights);
        });
    }
}
