package io.tenantry.testkit;

import io.tenantry.ClusterProfile;
import io.tenantry.ClusterProfileBuilder;
import io.tenantry.KubernetesVersion;
import java.util.List;
import java.util.stream.Stream;

/** Cluster profiles to render for. */
final class Clusters {
    private Clusters() {}

    /** A profile for each version that says nothing else. */
    static List<ClusterProfile> ofVersions(KubernetesVersion... versions) {
        return Stream.of(versions)
                .map(version -> ClusterProfileBuilder.builder(ClusterProfile.DEFAULTS)
                        .kubernetesVersion(version)
                        .acceptsNotEnforced(List.of("ValidatingAdmissionPolicy"))
                        .build())
                .toList();
    }
}
