package io.tenantry.feature.isolation;

import io.tenantry.IsolationLevel;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All that the pods of a namespace must not be. */
final class PodEvils {
    private PodEvils() {}

    static List<PodEvil> of(IsolationLevel level, Isolation isolation) {
        return Stream.of(
                        ImageEvils.of(level, isolation),
                        ContainerEvils.of(isolation),
                        PlacementEvils.of(isolation),
                        inlineVolumes(isolation))
                .flatMap(List::stream)
                .toList();
    }

    private static List<PodEvil> inlineVolumes(Isolation isolation) {
        var volume = Map.of("name", "data", "csi", Map.of("driver", "csi.tenantry-other.example"));
        return isolation.storageIsolation()
                ? List.of(PodEvil.spec("inline-volumes/csi", Map.of("volumes", List.of(volume)), PodsPolicy.NAME))
                : List.of();
    }
}
