package io.tenantry.internal.yaml;

import static io.tenantry.internal.yaml.Readers.jsonOf;
import static io.tenantry.internal.yaml.Readers.yamlOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ManifestDataTest {

    private static final long SEED = Long.getLong("yaml.seed", 20_240_601L);
    private static final int OBJECTS = 2_000;
    private static final KubernetesSerialization FABRIC8 = new KubernetesSerialization();

    @Test
    void keepsEmptyObjectsThatMeanSomething() throws IOException {
        HasMetadata policy = new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName("allow-all")
                .endMetadata()
                .withNewSpec()
                .withNewPodSelector()
                .endPodSelector()
                .addNewIngress()
                .endIngress()
                .withEgress(List.of())
                .endSpec()
                .build();
        assertThat(yamlOf(policy)).isEqualTo("""
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata:
                  name: allow-all
                spec:
                  ingress:
                  - {}
                  podSelector: {}
                """);
    }

    @Test
    void keepsZeroFalseAndTheKindsOfPorts() throws IOException {
        HasMetadata deployment = new DeploymentBuilder()
                .withNewSpec()
                .withReplicas(0)
                .withPaused(false)
                .withNewStrategy()
                .withNewRollingUpdate()
                .withNewMaxSurge("25%")
                .withNewMaxUnavailable(0)
                .endRollingUpdate()
                .endStrategy()
                .endSpec()
                .build();
        assertThat(yamlOf(deployment)).isEqualTo("""
                ---
                apiVersion: apps/v1
                kind: Deployment
                spec:
                  paused: false
                  replicas: 0
                  strategy:
                    rollingUpdate:
                      maxSurge: 25%
                      maxUnavailable: 0
                """);
    }

    @Test
    void writesQuantitiesAsTheirText() throws IOException {
        HasMetadata quota = new ResourceQuotaBuilder()
                .withNewSpec()
                .addToHard("pods", new Quantity("0500"))
                .addToHard("limits.cpu", new Quantity("1.50"))
                .addToHard("memory", new Quantity("64", "Gi"))
                .addToHard("cpu", new Quantity("1e3"))
                .endSpec()
                .build();
        assertThat(yamlOf(quota)).isEqualTo("""
                ---
                apiVersion: v1
                kind: ResourceQuota
                spec:
                  hard:
                    cpu: "1e3"
                    limits.cpu: "1.50"
                    memory: 64Gi
                    pods: "0500"
                """);
    }

    @Test
    void writesTimesAndAdditionalPropertiesLikeFabric8() throws IOException {
        assertLikeFabric8(new LeaseBuilder()
                .withNewSpec()
                .withAcquireTime(ZonedDateTime.of(2024, 2, 29, 12, 30, 0, 123_000, ZoneOffset.UTC))
                .withLeaseTransitions(0)
                .endSpec()
                .build());
        Namespace namespace = new NamespaceBuilder()
                .withNewMetadata()
                .withName("a")
                .endMetadata()
                .build();
        namespace.getMetadata().setAdditionalProperty("name", "b");
        namespace.setAdditionalProperty("nothing", null);
        namespace.setAdditionalProperty("spec", Map.of("finalizers", List.of(), "ratio", 1e10));
        assertLikeFabric8(namespace);
        GenericKubernetesResource generic = new GenericKubernetesResource();
        generic.setApiVersion("example.com/v1");
        generic.setKind("Widget");
        generic.setAdditionalProperty("spec", Map.of("size", 1, "empty", Map.of(), "list", List.of()));
        assertLikeFabric8(generic);
    }

    @Test
    void readsBackRandomObjects() throws IOException {
        Random random = new Random(SEED);
        for (int i = 0; i < OBJECTS; i++) {
            HasMetadata object = RandomObjects.next(random);
            try {
                assertReadsBack(object);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("object " + i + " of -Dyaml.seed=" + SEED + ": " + object, e);
            }
        }
    }

    @Test
    void writesTheSameBytesWhateverTheOrderOfMaps() throws IOException {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("b", "1");
        labels.put("a", "2");
        Map<String, String> reversed = new LinkedHashMap<>();
        reversed.put("a", "2");
        reversed.put("b", "1");
        assertThat(yamlOf(new ConfigMapBuilder().withData(labels).build()))
                .isEqualTo(yamlOf(new ConfigMapBuilder().withData(reversed).build()));
    }

    @Test
    void writesValuesWithoutAnnotationsLikeFabric8() throws IOException {
        GenericKubernetesResource object = new GenericKubernetesResource();
        object.setApiVersion("example.com/v1");
        object.setKind("Widget");
        Map<String, @Nullable Object> empties = new LinkedHashMap<>();
        empties.put("null", null);
        empties.put("text", "");
        empties.put("list", List.of());
        object.setAdditionalProperty("spec", new Widget(null, "", Duration.ofMinutes(90), Instant.EPOCH, empties));
        assertLikeFabric8(object);
    }

    record Widget(
            @Nullable String name,
            String size,
            Duration period,
            Instant start,
            Map<String, @Nullable Object> empties) {}

    private static void assertLikeFabric8(HasMetadata object) throws IOException {
        String ours = yamlOf(object);
        assertThat(Readers.single(ours)).as(ours).isEqualTo(Readers.single(FABRIC8.asYaml(object)));
    }

    /** Compares with the data that fabric8 gives its YAML writer, which itself makes YAML of it that nobody can read. */
    private static void assertReadsBack(HasMetadata object) throws IOException {
        String ours = yamlOf(object);
        Object data = FABRIC8.convertValue(object, Object.class);
        assertThat(Readers.single(ours)).as(ours).isEqualTo(data);
        assertThat(Readers.yaml1_1(ours)).as(ours).containsExactly(data);
        HasMetadata read = FABRIC8.unmarshal(ours, object.getClass());
        assertThat(yamlOf(read)).isEqualTo(ours);
        Object list = Map.of("apiVersion", "v1", "kind", "List", "items", List.of(data));
        assertThat(JsonMapper.shared().readValue(jsonOf(object), Object.class)).isEqualTo(list);
    }
}
