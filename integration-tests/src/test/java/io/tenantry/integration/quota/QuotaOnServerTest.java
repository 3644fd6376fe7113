package io.tenantry.integration.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.Tenantry;
import io.tenantry.feature.quota.LimitsContributor;
import io.tenantry.feature.quota.QuotaContributor;
import io.tenantry.testkit.controlplane.ApiAnswer;
import io.tenantry.testkit.controlplane.ApiClient;
import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import io.tenantry.testkit.controlplane.Eventually;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ControlPlaneTest
class QuotaOnServerTest {
    private static final Tenantry TENANTRY = Tenantry.of(new QuotaContributor(), new LimitsContributor());

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void givesDefaultsToEveryContainerOfAPlainPod(int containers, ControlPlane controlPlane) {
        var administrator = controlPlane.administrator();
        apply(administrator, "plain-" + containers, "limits: {podCpuRequest: 150m, podMemoryRequest: 64Mi}");

        var pod = create(administrator.dryRun(), "plain-" + containers, "plain", containers)
                .orFail();

        assertThat(pod.at("/spec/containers")).hasSize(containers).allSatisfy(QuotaOnServerTest::hasDefaults);
        assertThat(pod.at("/status/qosClass").asString()).isEqualTo("Burstable");
    }

    private static void hasDefaults(JsonNode container) {
        assertThat(container.at("/resources/requests").toString())
                .isEqualTo("{\"cpu\":\"150m\",\"ephemeral-storage\":\"1Gi\",\"memory\":\"64Mi\"}");
        assertThat(container.at("/resources/limits").toString())
                .isEqualTo("{\"cpu\":\"1500m\",\"ephemeral-storage\":\"10Gi\",\"memory\":\"640Mi\"}");
    }

    /** Five pods in all: three by a written share, and what is left. */
    @Test
    void holdsTheSharesOfTwoNamespaces(ControlPlane controlPlane) {
        var administrator = controlPlane.administrator();
        apply(
                administrator,
                "shares",
                "podQuota: 5",
                "namespaces: [{name: shares-prod, podQuota: 3}, {name: shares-dev}]");

        assertThat(podsUntilRefused(administrator, "shares-prod")).isEqualTo(3);
        assertThat(podsUntilRefused(administrator, "shares-dev")).isEqualTo(2);
    }

    @Test
    void deniesAPodThatStatesMoreThanTheQuotaHasLeft(ControlPlane controlPlane) {
        var administrator = controlPlane.administrator();
        apply(administrator, "left", "cpuQuota: 250m", "limits: {podCpuRequest: 100m, podCpuLimit: 250m}");
        create(administrator, "left", "first", 1).orFail();

        var refused = create(administrator, "left", "second", 2);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.message())
                .contains("exceeded quota: tenantry-quota, requested: requests.cpu=200m, used: requests.cpu=100m")
                .contains("limited: requests.cpu=250m");
    }

    private static long podsUntilRefused(ApiClient administrator, String namespace) {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> create(administrator, namespace, "pod-" + number, 1))
                .takeWhile(ApiAnswer::succeeded)
                .limit(10)
                .count();
    }

    /** Creates a pod once the namespace's service account and quota are there. */
    private static ApiAnswer create(ApiClient client, String namespace, String name, int containers) {
        var pod = PlainPods.of(namespace, name, containers);
        return Eventually.found(
                namespace + " takes pods",
                () -> Stream.of(client.create(pod))
                        .filter(answer -> !answer.message().contains("serviceaccount"))
                        .filter(answer -> !answer.message().contains("status unknown for quota"))
                        .findFirst());
    }

    private static void apply(ApiClient administrator, String name, String... spec) {
        var text = "apiVersion: tenantry.io/v1alpha1\nkind: Tenant\nmetadata: {name: %s}\nspec:\n  %s\n"
                .formatted(name, String.join("\n  ", spec));
        var rendered = TENANTRY.render(Input.of(Source.ofString("tenant.yaml", text)));
        rendered.objects(rendered.tenants().get(0))
                .forEach(manifest -> administrator.apply(manifest.object()).orFail());
    }
}
