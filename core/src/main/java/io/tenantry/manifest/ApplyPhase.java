package io.tenantry.manifest;

/** The order in which kinds are applied: what judges comes before what is judged. */
public enum ApplyPhase {
    DEFINITIONS,
    POLICIES,
    NAMESPACES,
    QUOTAS,
    ACCESS,
    NETWORK,
    REST;

    /** The phase of a kind; kinds that nothing waits for come last. */
    public static ApplyPhase of(String kind) {
        return switch (kind) {
            case "CustomResourceDefinition" -> DEFINITIONS;
            case "ValidatingAdmissionPolicy",
                    "ValidatingAdmissionPolicyBinding",
                    "MutatingAdmissionPolicy",
                    "MutatingAdmissionPolicyBinding" -> POLICIES;
            case "Namespace" -> NAMESPACES;
            case "ResourceQuota", "LimitRange" -> QUOTAS;
            case "ServiceAccount", "ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding" -> ACCESS;
            case "NetworkPolicy" -> NETWORK;
            default -> REST;
        };
    }
}
