package io.tenantry.internal.bind;

import io.tenantry.Tenant;
import io.tenantry.spi.Section;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tenant and what it writes, nothing laid over anything yet.
 *
 * @param origin null when the tenant was made in Java
 * @param namespaces by name
 */
record Unmerged(
        Tenant tenant,
        @Nullable TenantOrigin origin,
        Map<Section<?>, Layer> sections,
        Map<String, Map<Section<?>, Layer>> namespaces) {
    private static final String SPEC = "spec";

    static Unmerged inJava(Tenant tenant, SpecKeys keys) {
        var namespaces = new HashMap<String, Map<Section<?>, Layer>>();
        for (var namespace : tenant.namespaces()) {
            var path = SPEC + ".namespaces[" + namespace.name() + "]";
            namespaces.put(namespace.name(), JavaLayers.of(namespace.configs(), path, keys));
        }
        return new Unmerged(tenant, null, JavaLayers.of(tenant.configs(), SPEC, keys), namespaces);
    }

    /** What the tenant itself writes of a section. */
    Layer layer(Section<?> section) {
        var layer = sections.get(section);
        return layer != null ? layer : Layer.empty(section, SPEC, origin == null ? null : origin.spec());
    }

    /** What one of its namespaces writes of a section; where none is written down, it would stand on the tenant. */
    Layer layer(Section<?> section, int index) {
        var name = tenant.namespaces().get(index).name();
        var layer = namespaces.getOrDefault(name, Map.of()).get(section);
        if (layer != null) {
            return layer;
        }
        if (origin != null && !origin.namespaces().isEmpty()) {
            var entry = origin.namespaces().get(index);
            return Layer.empty(section, entry.path(), entry);
        }
        boolean implied = tenant.namespaces().size() == 1 && name.equals(tenant.name());
        var path = implied ? SPEC : SPEC + ".namespaces[" + name + "]";
        return Layer.empty(section, path, origin == null ? null : origin.spec());
    }
}
