package io.tenantry.cluster;

import io.tenantry.Tenant;
import io.tenantry.manifest.Manifest;
import io.tenantry.manifest.ManifestWriter;
import io.tenantry.manifest.Rendered;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is to be, in the order of the rendering.
 *
 * <p>Objects are kept as the text that is sent, which takes a tenth of the memory of models.
 */
final class Desired {
    private final Map<String, Wanted> byIdentity = new LinkedHashMap<>();
    private final Set<String> tenants = new TreeSet<>();

    private Desired() {}

    static Desired of(Rendered rendered) {
        var desired = new Desired();
        rendered.shared().forEach(manifest -> desired.add(manifest, ""));
        for (Tenant tenant : rendered.tenants()) {
            desired.tenants.add(tenant.name());
            rendered.objects(tenant).forEach(manifest -> desired.add(manifest, tenant.name()));
        }
        return desired;
    }

    private void add(Manifest manifest, String tenant) {
        var key = ObjectKey.of(manifest);
        byIdentity.put(
                key.identity(), new Wanted(key, tenant, manifest.feature(), ManifestWriter.json(manifest.object())));
    }

    /** Tenants of the input by name, also those without objects. */
    Set<String> tenants() {
        return tenants;
    }

    Collection<Wanted> objects() {
        return byIdentity.values();
    }

    @Nullable
    Wanted find(ObjectKey key) {
        return byIdentity.get(key.identity());
    }

    /** The keys of one tenant's objects, or of the shared ones for the empty string. */
    List<ObjectKey> keys(String tenant) {
        return objects().stream()
                .filter(wanted -> wanted.tenant().equals(tenant))
                .map(Wanted::key)
                .toList();
    }
}
