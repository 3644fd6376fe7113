package io.tenantry.internal.bind;

import io.tenantry.ClusterProfile;
import io.tenantry.Input;
import io.tenantry.Tenant;
import io.tenantry.internal.bind.Merged.Place;
import io.tenantry.internal.bind.TenantBinder.Unmerged;
import io.tenantry.internal.read.DocumentReader;
import io.tenantry.spi.Section;
import io.tenantry.validation.Problem;
import io.tenantry.validation.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads every source of an input, tells tenants from the profile, and merges the sections of each tenant. */
public final class InputBinder {
    private final SpecKeys keys;
    private final List<Problem> problems;

    /** Sections whose keys are known not to clash; problems are added to the list. */
    public InputBinder(Collection<Section<?>> sections, List<Problem> problems) {
        this.keys = new SpecKeys(sections);
        this.problems = problems;
    }

    public BoundInput bind(Input input) {
        var profiles = new ArrayList<Envelope>();
        var unmerged = new ArrayList<Unmerged>();
        var reader = new DocumentReader(problems::add);
        for (var source : input.sources()) {
            for (var document : reader.read(source)) {
                var envelope = Envelope.open(new Reports(problems, document));
                if (envelope.isPresent() && envelope.get().kind().equals(Envelope.TENANT)) {
                    unmerged.add(new TenantBinder(envelope.get(), keys).bind());
                } else {
                    envelope.ifPresent(profiles::add);
                }
            }
        }
        var profile = new ProfileBinder(keys, problems).bind(input, profiles);
        var tenants = new ArrayList<BoundTenant>();
        unmerged.forEach(tenant -> merge(tenant, profile.tenantDefaults(), tenants));
        input.tenants().forEach(tenant -> merge(inJava(tenant), profile.tenantDefaults(), tenants));
        tenants.sort(
                Comparator.comparing((BoundTenant tenant) -> tenant.tenant().name())
                        .thenComparing(InputBinder::place));
        return new BoundInput(profile.profile(), profile.sections(), tenants);
    }

    /** Tells tenants of one name apart, so that the order of files does not matter even then. */
    private static String place(BoundTenant tenant) {
        return tenant.origin() == null ? "" : tenant.origin().name().toString();
    }

    /** The profile as bound, with the layers that go under every tenant. */
    record BoundProfile(
            ClusterProfile profile, Map<Class<?>, Record> sections, Map<Section<?>, Layer> tenantDefaults) {}

    private void merge(Unmerged unmerged, Map<Section<?>, Layer> defaults, List<BoundTenant> bound) {
        var tenant = unmerged.tenant();
        int before = problems.size();
        var sections = new HashMap<Section<?>, Merged<?>>();
        var namespaces = new TreeMap<String, Map<Section<?>, Merged<?>>>();
        for (var section : keys.sections()) {
            var own = layer(section, unmerged.sections(), unmerged.spec());
            var below = defaults.get(section);
            var layers = below == null ? List.of(own) : List.of(own, below);
            put(section, tenant, layers, sections);
        }
        for (int i = 0; i < tenant.namespaces().size(); i++) {
            var namespace = tenant.namespaces().get(i);
            var merged = new HashMap<Section<?>, Merged<?>>();
            var written = unmerged.namespaces().getOrDefault(namespace.name(), Map.of());
            for (var section : keys.sections()) {
                var outer = sections.get(section);
                if (outer != null) {
                    var layers = new ArrayList<Layer>();
                    layers.add(layer(section, written, unmerged.namespace(i)));
                    layers.addAll(outer.layers());
                    if (layers.get(0).written().isEmpty()) {
                        merged.put(section, withLayers(outer, layers));
                    } else {
                        put(section, tenant, layers, merged);
                    }
                }
            }
            namespaces.put(namespace.name(), merged);
        }
        if (problems.size() == before) {
            bound.add(new BoundTenant(tenant, unmerged.origin(), sections, namespaces));
        }
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

    private static Layer layer(Section<?> section, Map<Section<?>, Layer> layers, @Nullable Origin origin) {
        var layer = layers.get(section);
        return layer != null ? layer : new Layer(section, Written.nothing(section.type()), origin);
    }

    private Unmerged inJava(Tenant tenant) {
        var namespaces = new HashMap<String, Map<Section<?>, Layer>>();
        tenant.namespaces().forEach(namespace -> namespaces.put(namespace.name(), inJava(namespace.configs())));
        return new Unmerged(tenant, null, inJava(tenant.configs()), namespaces);
    }

    private Map<Section<?>, Layer> inJava(List<Record> configs) {
        return JavaLayers.of(configs, keys);
    }
}
