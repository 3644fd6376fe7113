package io.tenantry.internal.bind;

import io.tenantry.Tenant;
import io.tenantry.internal.bind.Merged.Place;
import io.tenantry.spi.Section;
import io.tenantry.validation.Problem;
import io.tenantry.validation.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lays what the namespaces of a tenant write over the tenant, and that over the profile's defaults and the level's. */
final class TenantMerger {
    private final List<Section<?>> sections;
    private final Map<Section<?>, Layer> tenantDefaults;
    private final List<Problem> problems;

    TenantMerger(List<Section<?>> sections, Map<Section<?>, Layer> tenantDefaults, List<Problem> problems) {
        this.sections = sections;
        this.tenantDefaults = tenantDefaults;
        this.problems = problems;
    }

    /** The merged tenant; a section that lacks a value is left out after that was reported. */
    BoundTenant merge(Unmerged unmerged) {
        var tenant = unmerged.tenant();
        var own = new HashMap<Section<?>, Merged<?>>();
        for (var section : sections) {
            var layer = unmerged.layer(section);
            var below = tenantDefaults.get(section);
            put(section, tenant, below == null ? List.of(layer) : List.of(layer, below), own);
        }
        var namespaces = new TreeMap<String, Map<Section<?>, Merged<?>>>();
        for (int i = 0; i < tenant.namespaces().size(); i++) {
            namespaces.put(tenant.namespaces().get(i).name(), namespace(unmerged, i, own));
        }
        return new BoundTenant(tenant, unmerged.origin(), own, namespaces);
    }

    private Map<Section<?>, Merged<?>> namespace(Unmerged unmerged, int index, Map<Section<?>, Merged<?>> own) {
        var merged = new HashMap<Section<?>, Merged<?>>();
        for (var section : sections) {
            var outer = own.get(section);
            if (outer != null) {
                var layers = new ArrayList<Layer>();
                layers.add(unmerged.layer(section, index));
                layers.addAll(outer.layers());
                if (layers.get(0).written().isEmpty()) {
                    merged.put(section, withLayers(outer, layers));
                } else {
                    put(section, unmerged.tenant(), layers, merged);
                }
            }
        }
        return merged;
    }

    private <C> void put(Section<C> section, Tenant tenant, List<Layer> layers, Map<Section<?>, Merged<?>> sections) {
        var merged =
                Merged.of(section, section.defaults(tenant.isolationLevel()), layers, place -> missing(place, tenant));
        if (merged != null) {
            sections.put(section, merged);
        }
    }

    private void missing(Place place, Tenant tenant) {
        problems.add(new Problem(
                Severity.ERROR,
                "VALUE_MISSING",
                "is missing",
                "write it; it has no default",
                place.location(),
                place.path(),
                tenant.name()));
    }

    private static <C> Merged<C> withLayers(Merged<C> outer, List<Layer> layers) {
        return new Merged<>(outer.section(), outer.config(), layers);
    }
}
