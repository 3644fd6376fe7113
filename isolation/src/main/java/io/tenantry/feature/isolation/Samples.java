package io.tenantry.feature.isolation;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.tenantry.spi.Request;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects that attacks and their twins are made of. */
final class Samples {
    static final String NAME = "tenantry-attack";

    /** Of what is there before the attack. */
    static final String GIVEN = "tenantry-given";

    /** Of what is there before the attack and is the platform's. */
    static final String OWNED = "tenantry-owned";

    private Samples() {}

    static GenericKubernetesResource object(
            String apiVersion, String kind, @Nullable String namespace, String name, Map<String, ?> fields) {
        var object = new GenericKubernetesResource();
        object.setApiVersion(apiVersion);
        object.setKind(kind);
        object.setMetadata(
                new ObjectMetaBuilder().withNamespace(namespace).withName(name).build());
        fields.forEach(object::setAdditionalProperty);
        return object;
    }

    static GenericKubernetesResource configMap(String namespace, String name) {
        return object("v1", "ConfigMap", namespace, name, Map.of());
    }

    /** The same object with labels. */
    static GenericKubernetesResource labelled(GenericKubernetesResource object, Map<String, String> labels) {
        var labelled = new GenericKubernetesResource();
        labelled.setApiVersion(object.getApiVersion());
        labelled.setKind(object.getKind());
        labelled.setMetadata(
                new ObjectMetaBuilder(object.getMetadata()).withLabels(labels).build());
        labelled.setAdditionalProperties(object.getAdditionalProperties());
        return labelled;
    }

    /** A pod that every Pod Security Standard admits. */
    static HasMetadata pod(String namespace, Isolation isolation, Map<String, ?> volume) {
        var registry = isolation.allowedRegistries().isEmpty()
                ? "registry.example"
                : isolation.allowedRegistries().get(0);
        var container = Map.of(
                "name",
                "app",
                "image",
                registry + "/app@sha256:" + "0".repeat(64),
                "securityContext",
                Map.of("allowPrivilegeEscalation", false, "capabilities", Map.of("drop", List.of("ALL"))));
        var security = Map.of("runAsNonRoot", true, "seccompProfile", Map.of("type", "RuntimeDefault"));
        var spec = Map.of("containers", List.of(container), "securityContext", security, "volumes", List.of(volume));
        return object("v1", "Pod", namespace, NAME, Map.of("spec", spec));
    }

    /** Something that any tenant may do. */
    static Request harmless(String namespace) {
        return Request.create(configMap(namespace, NAME));
    }
}
