package io.tenantry.internal.render;

import io.tenantry.manifest.Manifest;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.Manifests.PlacedObject;
import io.tenantry.spi.Manifests.PlacedPolicy;
import io.tenantry.spi.Manifests.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What exists once in the cluster. */
final class SharedObjects {
    private SharedObjects() {}

    /** All shared objects, sorted; policies only where the cluster's version enforces them. */
    static List<Manifest> of(Contributors contributors, ClusterView cluster, Assembly assembly) {
        var unit = assembly.new Unit("", Set.of());
        var manifests = new ArrayList<Manifest>();
        for (var contributor : contributors.all()) {
            for (var placed : placed(contributor, cluster)) {
                manifests.add(unit.place(placed, contributor));
            }
        }
        assembly.admit(unit);
        return manifests.stream().sorted().toList();
    }

    private static <C> List<PlacedObject> placed(Contributor<C> contributor, ClusterView cluster) {
        if (contributor.cluster().isEmpty()) {
            return List.of();
        }
        var code = contributor.cluster().get();
        Manifests shared = contributor.call("shared", () -> code.shared(cluster));
        return shared.items().stream()
                .flatMap(item -> {
                    if (item instanceof PlacedPolicy placed) {
                        return Accounting.enforcesPolicies(cluster.profile())
                                ? placed.policy()
                                        .objects()
                                        .map(object -> new PlacedObject(object, Scope.CLUSTER, List.of()))
                                : Stream.empty();
                    }
                    if (item instanceof PlacedObject placed && placed.scope() != Scope.TENANT) {
                        return Stream.of(placed);
                    }
                    throw contributor.broke(
                            "returned from shared what belongs to one tenant", "return it from contribute");
                })
                .toList();
    }
}
