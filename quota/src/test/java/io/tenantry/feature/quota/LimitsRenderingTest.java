package io.tenantry.feature.quota;

import static io.tenantry.feature.quota.Tenants.annotations;
import static io.tenantry.feature.quota.Tenants.labels;
import static io.tenantry.feature.quota.Tenants.limitRange;
import static io.tenantry.feature.quota.Tenants.render;
import static io.tenantry.feature.quota.Tenants.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.LimitRangeItem;
import io.tenantry.manifest.Rendered;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsRenderingTest {

    @Test
    void boundsContainersAndGivesThemDefaults() {
        var container = item(render("{}"), "Container");
        assertThat(texts(container.getMax()))
                .isEqualTo(Map.of("cpu", "8", "memory", "16Gi", "ephemeral-storage", "10Gi"));
        assertThat(texts(container.getDefault()))
                .isEqualTo(Map.of("cpu", "1", "memory", "1280Mi", "ephemeral-storage", "10Gi"));
        assertThat(texts(container.getDefaultRequest()))
                .isEqualTo(Map.of("cpu", "100m", "memory", "128Mi", "ephemeral-storage", "1Gi"));
        assertThat(container.getMaxLimitRequestRatio()).isEmpty();
    }

    @Test
    void refusesLimitsOfNothingWhichWouldBeNoLimits() {
        assertThat(texts(item(render("{}"), "Container").getMin()))
                .isEqualTo(Map.of("cpu", "1m", "memory", "1Mi", "ephemeral-storage", "1Mi"));
    }

    @Test
    void boundsPodsWithoutDefaultsWhichKubernetesForbidsThere() {
        var pod = item(render("limits: {podCpuLimit: 12, podMemoryLimit: 40Gi}"), "Pod");
        assertThat(texts(pod.getMax())).isEqualTo(Map.of("cpu", "12", "memory", "40Gi"));
        assertThat(pod.getDefault()).isEmpty();
        assertThat(pod.getDefaultRequest()).isEmpty();
    }

    @Test
    void makesLimitsEqualRequestsWithoutBursting() {
        for (var limits : new String[] {"{allowBursting: false}", "{qosClass: Guaranteed}"}) {
            var container = item(render("limits: " + limits), "Container");
            assertThat(texts(container.getMaxLimitRequestRatio())).isEqualTo(Map.of("cpu", "1", "memory", "1"));
            assertThat(texts(container.getDefault()))
                    .containsEntry("cpu", "100m")
                    .containsEntry("memory", "128Mi");
        }
    }

    @Test
    void saysNothingOfCpuAndMemoryUnderBestEffort() {
        var rendered = render("limits: {qosClass: BestEffort}");
        assertThat(limitRange(rendered, "acme").getSpec().getLimits())
                .hasSize(1)
                .allSatisfy(item -> assertThat(texts(item.getMax())).containsOnlyKeys("ephemeral-storage"));
        assertThat(Tenants.account(rendered, "spec.limits.podCpuLimit").reason())
                .isEqualTo("pods of class BestEffort have no requests and no limits of CPU and memory");
    }

    @Test
    void boundsBurstsByAQuotaOfTheirOwn() {
        var rendered = render("limits: {burstCpu: 150, burstMemory: 300Gi}");
        assertThat(Tenants.hard(rendered, "acme", "tenantry-burst"))
                .isEqualTo(Map.of("limits.cpu", "150", "limits.memory", "300Gi"));
        assertThat(Tenants.account(rendered, "spec.limits.burstCpu").enforced()).isTrue();
    }

    @Test
    void tellsThePoliciesTheirSettingsByLabelsAndAnnotations() {
        var usual = render("{}");
        var strict = render("limits: {qosClass: Guaranteed, minReplicas: 3}");
        assertThat(labels(usual, "acme")).containsEntry("tenantry.io/qos-class", "Burstable");
        assertThat(annotations(usual, "acme")).containsEntry("tenantry.io/min-replicas", "1");
        assertThat(labels(strict, "acme")).containsEntry("tenantry.io/qos-class", "Guaranteed");
        assertThat(annotations(strict, "acme")).containsEntry("tenantry.io/min-replicas", "3");
    }

    @Test
    void letsANamespaceHaveLimitsOfItsOwn() {
        var rendered = render(
                "limits: {podCpuLimit: 12}",
                "namespaces:",
                "- {name: prod, limits: {podCpuLimit: 20}}",
                "- {name: dev}");
        assertThat(texts(item(rendered, "prod", "Pod").getMax())).containsEntry("cpu", "20");
        assertThat(texts(item(rendered, "dev", "Pod").getMax())).containsEntry("cpu", "12");
    }

    @Test
    void sharesItsPoliciesAmongAllTenants() {
        assertThat(render("{}").shared())
                .extracting(manifest -> manifest.kind() + "/" + manifest.name())
                .containsExactly(
                        "ValidatingAdmissionPolicy/tenantry-min-replicas",
                        "ValidatingAdmissionPolicy/tenantry-qos-class",
                        "ValidatingAdmissionPolicy/tenantry-qos-status",
                        "ValidatingAdmissionPolicyBinding/tenantry-min-replicas",
                        "ValidatingAdmissionPolicyBinding/tenantry-qos-class",
                        "ValidatingAdmissionPolicyBinding/tenantry-qos-status");
    }

    private static LimitRangeItem item(Rendered rendered, String type) {
        return item(rendered, "acme", type);
    }

    private static LimitRangeItem item(Rendered rendered, String namespace, String type) {
        return limitRange(rendered, namespace).getSpec().getLimits().stream()
                .filter(item -> item.getType().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
