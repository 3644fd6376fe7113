package io.tenantry.spi;

import java.util.Locale;

/** What makes a parameter take effect. */
public enum Mechanism {
    /** A ValidatingAdmissionPolicy, or Pod Security Admission. */
    ADMISSION,
    /** RBAC. */
    AUTHORIZATION,
    /** ResourceQuota and LimitRange, judged by the API server's built-in admission plugins. */
    QUOTA,
    /** A controller in the cluster that acts on the object. */
    CONTROLLER,
    /** The network plugin. */
    NETWORK_PLUGIN,
    /** The kubelet or the node itself. */
    NODE,
    /** A file that the platform installs. */
    CLUSTER_FILE,
    /** Nothing: the value only describes, and a label or annotation carries it. */
    RECORD,
    /** Nothing, although the value asks for something. */
    NOT_ENFORCED;

    /** The mechanism as {@code explain} prints it, such as {@code network-plugin}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
