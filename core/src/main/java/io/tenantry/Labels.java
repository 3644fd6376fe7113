package io.tenantry;

/** Keys of the labels and annotations that Tenantry itself writes; a tenant file may set none of them. */
public final class Labels {
    /** The prefix that belongs to Tenantry. */
    public static final String PREFIX = "tenantry.io/";

    /** The tenant that a namespace or object belongs to. Selectors rest on it, so only the platform may set it. */
    public static final String TENANT = PREFIX + "tenant";

    /** The tenant's {@link IsolationLevel}, on its namespaces. */
    public static final String ISOLATION_LEVEL = PREFIX + "isolation-level";

    /** On a RoleBinding: the tenant's role that it gives, such as {@code admin}. */
    public static final String ROLE = PREFIX + "role";

    /** Marks what Tenantry made and the guard protects. */
    public static final String MANAGED_BY = "app.kubernetes.io/managed-by";

    /** The value of {@link #MANAGED_BY}. */
    public static final String TENANTRY = "tenantry";

    /** Annotation of a namespace: the tenant's display name. */
    public static final String DISPLAY_NAME = PREFIX + "display-name";

    /** Annotation of a namespace: the tenant's description. */
    public static final String DESCRIPTION = PREFIX + "description";

    /** Annotation of a namespace: who answers for the tenant. */
    public static final String OWNER = PREFIX + "owner";

    private Labels() {}
}
