package io.tenantry.feature.isolation;

import io.tenantry.spi.ClusterView;
import io.tenantry.spi.SharedPolicy;

/**
 * Claims: their StorageClass, and that the cluster alone chooses their volume.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume">Reserving a
 *     PersistentVolume</a>
 */
final class ClaimsPolicy {
    static final String NAME = "tenantry-claims";

    /** The annotation that came before the field still goes before it. */
    private static final String CLASS = "%1$s.metadata.?annotations[?'volume.beta.kubernetes.io/storage-class']"
            + ".orValue(%1$s.spec.?storageClassName.orValue(''))";

    private static final String BINDER = "request.userInfo.username in"
            + " ['system:serviceaccount:kube-system:persistent-volume-binder', 'system:kube-controller-manager']";

    private ClaimsPolicy() {}

    static SharedPolicy of(ClusterView cluster) {
        return SharedPolicy.named(NAME)
                .judges("", "v1", "persistentvolumeclaims", "CREATE", "UPDATE")
                .annotation("classLines", Annotations.STORAGE_CLASSES)
                .annotation("chosenVolumes", Annotations.CHOSEN_VOLUMES)
                .variable("classes", Cel.lines("classLines"))
                .variable("class", CLASS.formatted("object"))
                .variable("mayChoose", "variables.chosenVolumes == 'allowed'")
                .requires(
                        "variables.classLines == '" + Annotations.ANY + "' || variables.class in variables.classes"
                                + " || (oldObject != null && " + CLASS.formatted("oldObject") + " == variables.class)",
                        "'its StorageClass is ' + (variables.class == '' ? 'none' : variables.class)"
                                + " + ' but allowed are ' + " + Cel.listed("classes"))
                .requires(
                        "variables.mayChoose || object.spec.?volumeName.orValue('') == '' || (oldObject != null"
                                + " && oldObject.spec.?volumeName == object.spec.?volumeName) || " + BINDER,
                        "'spec.volumeName is ' + object.spec.?volumeName.orValue('')"
                                + " + ' but the cluster alone chooses a volume; leave it out'")
                .requires(
                        "variables.mayChoose || !has(object.spec.selector) || (oldObject != null"
                                + " && oldObject.spec.?selector == object.spec.?selector)",
                        "'spec.selector chooses a volume, which the cluster alone does; leave it out'")
                .build(cluster);
    }
}
