package io.tenantry.feature.isolation;

import io.tenantry.spi.ClusterView;
import io.tenantry.spi.SharedPolicy;

/**
 * Volumes that a pod asks of a CSI driver directly, past every StorageClass.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#csi-driver-restrictions">CSI driver
 *     restrictions</a>
 */
final class InlineVolumesPolicy {
    static final String NAME = "tenantry-inline-volumes";

    private InlineVolumesPolicy() {}

    /** Only on creation: the volumes of a pod never change. */
    static SharedPolicy of(ClusterView cluster) {
        return SharedPolicy.named(NAME)
                .judges("", "v1", "pods", "CREATE")
                .when("has-inline-volumes", "object.spec.?volumes.orValue([]).exists(volume, has(volume.csi))")
                .annotation("inlineVolumes", Annotations.INLINE_VOLUMES)
                .requires(
                        "variables.inlineVolumes == 'allowed'",
                        "'volume ' + object.spec.volumes.filter(volume, has(volume.csi)).map(volume, volume.name + ' of"
                                + " driver ' + volume.csi.driver).join(', ') + ' is not allowed; use a"
                                + " PersistentVolumeClaim'")
                .build(cluster);
    }
}
