package io.tenantry.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.cluster.ApplyOptions;
import io.tenantry.cluster.Progress;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@ControlPlaneTest
class LevelChangeTest {

    /** Else a role of the old level would go on giving what the new one takes away. */
    @Test
    void takesEveryRightOfTheOldLevel(ControlPlane controlPlane) {
        var platform = Platform.of(controlPlane).in("levels-platform");
        for (var level : List.of("permissive", "strict")) {
            var documents = documents("levels", level, 10);

            assertThat(platform.apply(documents).failures()).isEmpty();

            assertThat(roles("levels", platform)).isNotEmpty().allMatch(role -> role.contains("-" + level));
            platform.assertComplete(documents);
        }
    }

    /** What fails keeps the rights of the new level back, and never leaves those of the old one. */
    @Test
    void takesThemAlsoWhenSomethingElseFails(ControlPlane controlPlane) {
        var platform = Platform.of(controlPlane).in("half-levels-platform");
        assertThat(platform.apply(documents("half", "permissive", 10)).failures())
                .isEmpty();
        try (var cluster = platform.connect()) {
            var plan = cluster.planApply(platform.render(documents("half", "strict", 20)), ApplyOptions.NONE);
            ConflictTest.take("half-prod", Map.of("pods", "99"), "intruder", controlPlane);

            assertThat(cluster.execute(plan, Progress.SILENT).failures()).isNotEmpty();
        }
        assertThat(roles("half", platform)).isEmpty();
    }

    private static String documents(String name, String level, int pods) {
        return Platform.tenant(
                name,
                "podQuota: " + pods,
                "isolationLevel: " + level,
                "isolation: {allowedRegistries: [registry.example]}");
    }

    /** What the tenant's subjects are bound to. */
    private static List<String> roles(String tenant, Platform platform) {
        return Stream.of(tenant + "-prod", tenant + "-dev")
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
