package io.tenantry.testkit.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@ControlPlaneTest(own = true)
class ControlPlaneTestTest {

    @Test
    void countsWhatIsCreatedAgainstAQuota(ControlPlane controlPlane) {
        var administrator = controlPlane.administrator();
        administrator.apply(namespace("counted")).orFail();
        administrator.apply(quota("counted", "configmaps", 2)).orFail();
        Eventually.holds(
                "the quota has counted",
                () -> administrator
                        .get(quota("counted", "configmaps", 2))
                        .at("/status/used/configmaps")
                        .isString());

        var second = Eventually.found(
                "a config map is refused",
                () -> IntStream.range(0, 3)
                        .mapToObj(i -> administrator.create(configMap("counted", "map-" + i)))
                        .filter(answer -> answer.status() == 403)
                        .findFirst());

        assertThat(second.message()).contains("exceeded quota: bound");
    }

    @Test
    void actsAsSomebodyElse(ControlPlane controlPlane) {
        var stranger = controlPlane.as(Identity.user("stranger"));
        assertThat(stranger.get("/api/v1/namespaces/kube-system").status()).isEqualTo(403);
        assertThat(stranger.get("/api/v1/namespaces/kube-system").message()).contains("User \"stranger\" cannot get");
        assertThat(controlPlane
                        .administrator()
                        .get("/api/v1/namespaces/kube-system")
                        .succeeded())
                .isTrue();
    }

    @Test
    void refusesUnknownFieldsAndNamesTheManagerOfAConflict(ControlPlane controlPlane) {
        var administrator = controlPlane.administrator();
        administrator.apply(namespace("managed")).orFail();
        administrator.apply(configMap("managed", "map"), "one").orFail();
        var other = new ConfigMapBuilder(configMap("managed", "map"))
                .withData(Map.of("key", "other"))
                .build();
        assertThat(administrator.apply(other, "two"))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(409))
                .satisfies(answer -> assertThat(answer.message()).contains("conflict with \"one\": .data.key"));
        var path = administrator.pathOf(configMap("managed", "map"));
        var unknown = "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"map\"},\"dota\":{}}";
        var strictly = path + "?fieldManager=three&fieldValidation=Strict";
        assertThat(administrator
                        .send("PATCH", strictly, "application/apply-patch+yaml", unknown)
                        .message())
                .contains(".dota: field not declared in schema");
    }

    @Test
    void changesNothingInADryRun(ControlPlane controlPlane) {
        var administrator = controlPlane.administrator();
        administrator.apply(namespace("dry")).orFail();
        assertThat(administrator.dryRun().create(configMap("dry", "map")).status())
                .isEqualTo(201);
        assertThat(administrator.get(configMap("dry", "map")).status()).isEqualTo(404);
    }

    @Test
    void keepsItsObjectsWhenTheApiServerRestarts(ControlPlane controlPlane) {
        controlPlane.administrator().apply(namespace("kept")).orFail();
        controlPlane.stopApiServer();
        assertThat(controlPlane.administrator().isReady()).isFalse();
        controlPlane.startApiServer();
        assertThat(controlPlane.administrator().get(namespace("kept")).succeeded())
                .isTrue();
    }

    private static Namespace namespace(String name) {
        return new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .build();
    }

    private static ConfigMap configMap(String namespace, String name) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .withData(Map.of("key", "value"))
                .build();
    }

    private static ResourceQuota quota(String namespace, String resource, int count) {
        return new ResourceQuotaBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName("bound")
                .endMetadata()
                .withNewSpec()
                .withHard(Map.of(resource, new Quantity(Integer.toString(count))))
                .endSpec()
                .build();
    }
}
