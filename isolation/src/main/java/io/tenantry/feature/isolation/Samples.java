package io.tenantry.feature.isolation;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.tenantry.spi.Request;
import java.util.Map;

/** Objects that attacks and their twins are made of. */
final class Samples {
    static final String NAME = "tenantry-attack";

    /** Of what is there before the attack. */
    static final String GIVEN = "tenantry-given";

    /** Of what is there before the attack and is the platform's. */
    static final String OWNED = "tenantry-owned";

    private Samples() {}

    static GenericKubernetesResource configMap(String namespace, String name) {
        return GenericObject.of("v1", "ConfigMap", namespace, name, Map.of());
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

    /** Something that any tenant may do. */
    static Request harmless(String namespace) {
        return Request.create(configMap(namespace, NAME));
    }
}
