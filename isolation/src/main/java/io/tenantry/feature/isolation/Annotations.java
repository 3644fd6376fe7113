package io.tenantry.feature.isolation;

import io.tenantry.Labels;
import java.util.Collection;
import java.util.TreeSet;

/** Keys of the annotations on a tenant's Namespaces that the shared policies read; lists have a line for each entry. */
final class Annotations {
    /** Whom RoleBindings may name; written by the module rbac. */
    static final String SUBJECTS = Labels.PREFIX + "subjects";

    /** The tenant's namespaces. */
    static final String NAMESPACES = Labels.PREFIX + "namespaces";

    static final String ALLOWED_RESOURCES = Labels.PREFIX + "allowed-resources";
    static final String SERVICE_TYPES = Labels.PREFIX + "service-types";
    static final String INGRESS_HOSTS = Labels.PREFIX + "ingress-hosts";
    static final String STORAGE_CLASSES = Labels.PREFIX + "storage-classes";

    /** Whether claims may choose their volume. */
    static final String CHOSEN_VOLUMES = Labels.PREFIX + "chosen-volumes";

    /** Whether pods may have volumes straight from a CSI driver. */
    static final String INLINE_VOLUMES = Labels.PREFIX + "inline-volumes";

    /** The value of a list that has everything in it. */
    static final String ANY = "*";

    private Annotations() {}

    static String lines(Collection<String> entries) {
        return String.join("\n", new TreeSet<>(entries));
    }
}
