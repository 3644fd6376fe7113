package io.tenantry.feature.isolation;

import io.tenantry.IsolationLevel;
import java.util.List;
import java.util.stream.Stream;

/** All that the pods of a namespace must not be. */
final class PodEvils {
    private PodEvils() {}

    static List<PodEvil> of(IsolationLevel level, Isolation isolation) {
        return Stream.of(ImageEvils.of(level, isolation), ContainerEvils.of(isolation), PlacementEvils.of(isolation))
                .flatMap(List::stream)
                .toList();
    }
}
