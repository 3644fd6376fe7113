package io.tenantry.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@ControlPlaneTest
class LevelChangeTest {

    /** Else a role of the old level would go on giving what the new one takes away. */
    @Test
    void takesEveryRightOfTheOldLevel(ControlPlane controlPlane) {
        var platform = Platform.of(controlPlane).in("levels-platform");
        for (var level : List.of("permissive", "strict")) {
            var documents = Platform.tenant(
                    "levels", "isolationLevel: " + level, "isolation: {allowedRegistries: [registry.example]}");

            assertThat(platform.apply(documents).failures()).isEmpty();

            assertThat(roles(platform)).isNotEmpty().allMatch(role -> role.contains("-" + level));
            platform.assertComplete(documents);
        }
    }

    /** What the tenant's subjects are bound to. */
    private static List<String> roles(Platform platform) {
        return Stream.of("levels-prod", "levels-dev")
                .map(namespace -> "/apis/rbac.authorization.k8s.io/v1/namespaces/" + namespace + "/rolebindings")
                .flatMap(path -> platform.controlPlane()
                        .administrator()
                        .get(path)
                        .orFail()
                        .at("/items")
                        .valueStream())
                .map(binding -> binding.at("/roleRef/name").asString())
                .toList();
    }
}
