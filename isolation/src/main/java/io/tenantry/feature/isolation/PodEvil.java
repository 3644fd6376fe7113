package io.tenantry.feature.isolation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.spi.Attack.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that makes a pod one that its namespace must not admit.
 *
 * @param id control and variant
 * @param place where the evil fields are put
 * @param fields of a container or of the spec
 * @param podSecurity whether Pod Security refuses it
 * @param policy the shared policy that refuses it, if any
 * @param given what must be there for the evil fields to be taken at all
 */
record PodEvil(
        String id,
        Place place,
        Map<String, ?> fields,
        boolean podSecurity,
        @Nullable String policy,
        List<HasMetadata> given) {

    /** What can be evil. */
    enum Place {
        /** Any container of whatever kind. */
        CONTAINER,
        /** The pod itself. */
        SPEC
    }

    static PodEvil container(String id, Map<String, ?> fields, @Nullable String policy) {
        return new PodEvil(id, Place.CONTAINER, fields, false, policy, List.of());
    }

    static PodEvil spec(String id, Map<String, ?> fields, @Nullable String policy) {
        return new PodEvil(id, Place.SPEC, fields, false, policy, List.of());
    }

    /** Refused by Pod Security too, before the policy hears of it. */
    PodEvil orPodSecurity(boolean refused) {
        return new PodEvil(id, place, fields, refused, policy, given);
    }

    /** On a cluster that has this. */
    PodEvil given(HasMetadata object) {
        return new PodEvil(id, place, fields, podSecurity, policy, List.of(object));
    }

    AttackedPod in(AttackedPod pod) {
        return place == Place.CONTAINER ? pod.withContainer(fields) : pod.with(fields);
    }

    /** Ephemeral containers have no ports and no resources. */
    boolean fitsEphemeralContainers() {
        return !fields.containsKey("ports") && !fields.containsKey("resources");
    }

    /** What is evil about it, such as {@code images}. */
    String control() {
        return id.substring(0, id.indexOf('/'));
    }

    /** Pod Security judges pods only, and what depends on defaults shows in them only. */
    boolean showsInTemplates() {
        return policy != null && !control().equals("cpu-pinning");
    }

    /** What refuses a pod like that, outermost first. */
    List<Layer> layers(String namespace) {
        var layers = new ArrayList<Layer>();
        if (podSecurity) {
            layers.add(Layer.podSecurity(namespace));
        }
        if (policy != null) {
            layers.add(Layer.policy(policy));
        }
        return layers;
    }
}
