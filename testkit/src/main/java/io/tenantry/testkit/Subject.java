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
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The contributor under test with those that work together with it. */
record Subject<C extends Record>(
        Supplier<ManifestContributor<C>> contributor,
        Supplier<List<ManifestContributor<?>>> companions,
        Values values) {
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
        return Tenants.of(tenantry(), seed, values);
    }

    /** Texts of some valid tenants of different names. */
    List<String> texts(long seed) {
        var tenants = tenants(seed);
        return NAMES.stream().map(tenants::text).toList();
    }

    Rendered render(List<String> texts) {
        return tenantry().render(input(texts));
    }

    static Input input(List<String> texts) {
        return Input.of(
                IntStream.range(0, texts.size())
                        .mapToObj(index -> Source.ofString("tenant-" + index + ".yaml", texts.get(index)))
                        .toList(),
                List.of());
    }

    static Input input(String text, ClusterProfile profile) {
        return input(List.of(text)).on(profile);
    }
}
