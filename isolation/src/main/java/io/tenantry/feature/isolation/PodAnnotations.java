package io.tenantry.feature.isolation;

import io.tenantry.Labels;

/**
 * Annotations of a tenant's Namespaces that the policies on pods read. Where the annotation of something that can be
 * allowed is missing, it is not allowed.
 */
final class PodAnnotations {
    /** Registries, or repositories in them. */
    static final String ALLOWED_REGISTRIES = Labels.PREFIX + "allowed-registries";

    static final String BLOCKED_REGISTRIES = Labels.PREFIX + "blocked-registries";
    static final String IMAGE_DIGEST = Labels.PREFIX + "image-digest";
    static final String PULL_POLICY_NEVER = Labels.PREFIX + "pull-policy-never";

    static final String RESTRICTED_CAPABILITIES = Labels.PREFIX + "restricted-capabilities";
    static final String PRIVILEGED_CONTAINERS = Labels.PREFIX + "privileged-containers";

    /** Whether pods may share namespaces and ports of their node. */
    static final String HOST_ACCESS = Labels.PREFIX + "host-access";

    static final String APP_ARMOR = Labels.PREFIX + "app-armor";

    /** The SELinux level of every container; any when empty. */
    static final String SELINUX_LEVEL = Labels.PREFIX + "selinux-level";

    /** Labels that a pod's nodeSelector must have, as {@code key=value}. */
    static final String NODE_LABELS = Labels.PREFIX + "node-labels";

    static final String DEDICATED_NODES = Labels.PREFIX + "dedicated-nodes";
    static final String CPU_PINNING = Labels.PREFIX + "cpu-pinning";
    static final String ALLOWED_PRIORITY_CLASSES = Labels.PREFIX + "allowed-priority-classes";
    static final String ALLOWED_RUNTIME_CLASSES = Labels.PREFIX + "allowed-runtime-classes";

    /** For the reader: what the audit policy of the cluster logs of this namespace. */
    static final String AUDIT_LEVEL = Labels.PREFIX + "audit-level";

    /** For the reader: what of this namespace is asked to be encrypted in etcd. */
    static final String ENCRYPTED = Labels.PREFIX + "encrypted";

    static final String ALLOWED = "allowed";
    static final String DENIED = "denied";
    static final String REQUIRED = "required";
    static final String OPTIONAL = "optional";

    private PodAnnotations() {}
}
