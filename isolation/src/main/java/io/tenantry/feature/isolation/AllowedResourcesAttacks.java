package io.tenantry.feature.isolation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.spi.Attack.Layer;
import io.tenantry.spi.Request;
import java.util.List;
import java.util.Map;

/** What the policy on allowed resources must stop. */
final class AllowedResourcesAttacks {
    private AllowedResourcesAttacks() {}

    static void add(AttackList out) {
        var account = GenericObject.of("v1", "ServiceAccount", out.namespace(), "default", Map.of());
        samples(out.namespace()).stream()
                .filter(sample -> !out.mayBeCreated(sample))
                .forEach(sample -> out.addForbidden(
                        "allowed-resources/" + AttackList.plural(sample),
                        Request.create(sample),
                        Request.get(account),
                        Layer.policy(AllowedResourcesPolicy.NAME)));
    }

    private static List<HasMetadata> samples(String namespace) {
        return List.of(
                Samples.configMap(namespace, Samples.NAME),
                GenericObject.of("v1", "ServiceAccount", namespace, Samples.NAME, Map.of()),
                GenericObject.of("v1", "Secret", namespace, Samples.NAME, Map.of()));
    }
}
