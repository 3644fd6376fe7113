package io.tenantry.feature.isolation;

import io.tenantry.spi.SharedPolicy;
import io.tenantry.spi.SharedPolicyBuilder;

/**
 * Volumes that a pod asks of a CSI driver directly, past every StorageClass.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#csi-driver-restrictions">CSI driver
 *     restrictions</a>
 */
final class InlineVolumeRules {
    private static final String OF_DRIVERS = "variables.volumes.filter(volume, has(volume.csi))";

    private InlineVolumeRules() {}

    static void add(SharedPolicyBuilder policy) {
        policy.requires(
                SharedPolicy.setting(Annotations.INLINE_VOLUMES)
                        + " == 'allowed' || !variables.volumes.exists(volume, has(volume.csi))",
                "'volume ' + " + OF_DRIVERS + ".map(volume, volume.name + ' of driver ' + volume.csi.driver).join(', ')"
                        + " + ' is not allowed; use a PersistentVolumeClaim'");
    }
}
