package io.tenantry.testkit.attack;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.spi.Attack;
import java.util.List;
import java.util.TreeMap;

/** What attacks need to be there. Several may need the same object. */
final class Given {
    private Given() {}

    static List<HasMetadata> of(List<Attack> attacks) {
        var objects = new TreeMap<String, HasMetadata>();
        for (var attack : attacks) {
            for (var object : attack.given()) {
                var other = objects.put(key(object), object);
                if (other != null && !other.equals(object)) {
                    throw new IllegalArgumentException("the attack " + attack.id() + " needs another " + key(object)
                            + " than another attack does");
                }
            }
        }
        return List.copyOf(objects.values());
    }

    private static String key(HasMetadata object) {
        var metadata = object.getMetadata();
        return object.getKind() + " " + metadata.getNamespace() + "/" + metadata.getName();
    }
}
