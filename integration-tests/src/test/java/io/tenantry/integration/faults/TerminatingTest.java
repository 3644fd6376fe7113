package io.tenantry.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.tenantry.cluster.ApplyOptions;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import io.tenantry.testkit.controlplane.Eventually;
import org.junit.jupiter.api.Test;

@ControlPlaneTest
class TerminatingTest {

    @Test
    void isSaidBeforeAnythingIsWrittenAndPasses(ControlPlane controlPlane) {
        var documents = Platform.tenant("ending");
        var platform = Platform.of(controlPlane);
        assertThat(platform.apply(documents).failures()).isEmpty();
        var administrator = controlPlane.administrator();
        var held = new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace("ending-dev")
                .withName("held")
                .withFinalizers("example.com/held")
                .endMetadata()
                .build();
        administrator.create(held).orFail();
        var namespace = new NamespaceBuilder()
                .withNewMetadata()
                .withName("ending-dev")
                .endMetadata()
                .build();
        administrator.delete(namespace).orFail();

        try (var cluster = platform.connect()) {
            var plan = cluster.planApply(platform.render(documents), ApplyOptions.NONE);
            assertThat(plan.isBlocked()).isTrue();
            assertThat(plan.problems())
                    .anySatisfy(problem ->
                            assertThat(problem.message()).contains("ending-dev").contains("is being deleted since"));
        }

        administrator.patch(held, "{\"metadata\":{\"finalizers\":[]}}").orFail();
        Eventually.holds(
                "the namespace is gone", () -> administrator.get(namespace).status() == 404);
        assertThat(platform.apply(documents).failures()).isEmpty();
        platform.assertComplete(documents);
    }
}
