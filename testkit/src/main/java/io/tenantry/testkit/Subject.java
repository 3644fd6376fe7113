package io.tenantry.testkit;

import io.tenantry.ClusterProfile;
import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.Tenantry;
import io.tenantry.manifest.Rendered;
import io.tenantry.spi.ManifestContributor;
import io.tenantry.spi.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The contributor under test with those that work together with it. */
record Subject<C extends Record>(
        Supplier<ManifestContributor<C>> contributor,
        Supplier<List<ManifestContributor<?>>> companions,
        Values values,
        Optional<String> profile) {
    static final String PROFILE = "profile.yaml";

    private static final List<String> NAMES = List.of("acme", "widgets", "a", "a-b", "zeta");

    Section<C> section() {
        return contributor.get().section();
    }

    /** The contributor and its companions, all new. */
    List<ManifestContributor<?>> all() {
        return allWith(contributor.get());
    }

    /** Another in the contributor's place, with its companions. */
    List<ManifestContributor<?>> allWith(ManifestContributor<C> instead) {
        var all = new ArrayList<ManifestContributor<?>>(companions.get());
        all.add(instead);
        return all;
    }

    Tenantry tenantry() {
        return Tenantry.of(all(), List.of());
    }

    Tenants tenants(long seed) {
        return Tenants.of(tenantry(), seed, values, profile);
    }

    /** Texts of some valid tenants of different names. */
    List<String> texts(long seed) {
        var tenants = tenants(seed);
        return NAMES.stream().map(tenants::text).toList();
    }

    Rendered render(List<String> texts) {
        return tenantry().render(input(texts));
    }

    /** Tenants, on the profile that the contributor needs. */
    Input input(List<String> texts) {
        var sources = new ArrayList<Source>();
        for (var text : texts) {
            sources.add(Source.ofString("tenant-" + sources.size() + ".yaml", text));
        }
        profile.ifPresent(text -> sources.add(Source.ofString(PROFILE, text)));
        return Input.of(sources, List.of());
    }

    Input input(String text, ClusterProfile cluster) {
        return input(List.of(text)).on(cluster);
    }
}
