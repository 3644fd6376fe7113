package io.tenantry.feature.isolation;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects of any kind, by the fields of the API. */
final class GenericObject {
    private GenericObject() {}

    /** With these fields beside its metadata; without a namespace where it is of the cluster. */
    static GenericKubernetesResource of(
            String apiVersion, String kind, @Nullable String namespace, String name, Map<String, ?> fields) {
        var object = new GenericKubernetesResource();
        object.setApiVersion(apiVersion);
        object.setKind(kind);
        object.setMetadata(
                new ObjectMetaBuilder().withNamespace(namespace).withName(name).build());
        fields.forEach(object::setAdditionalProperty);
        return object;
    }
}
