package io.tenantry.spi;

import io.tenantry.ClusterProfile;
import io.tenantry.KubernetesVersion;

/** The cluster as its profile describes it. */
public interface ClusterView {

    /** Everything that core knows of the cluster. */
    ClusterProfile profile();

    /**
     * The part of the profile that a section of this type owns.
     *
     * @throws IllegalArgumentException when no section on the class path declares this type
     */
    <P extends Record> P profile(Class<P> type);

    default KubernetesVersion kubernetes() {
        return profile().kubernetesVersion();
    }

    default boolean installed(AddOn addOn) {
        return profile().addOns().contains(addOn);
    }
}
