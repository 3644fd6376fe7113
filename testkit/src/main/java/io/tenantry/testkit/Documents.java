package io.tenantry.testkit;

import io.tenantry.Source;

/**
 * Documents by the lines of their {@code spec}, as tests write them:
 *
 * <pre>{@code
 * Input.of(
 *         Documents.tenant("acme", "cpuQuota: 20", "limits: {minReplicas: 2}"),
 *         Documents.profile("enforcement: warn"))
 * }</pre>
 */
public final class Documents {
    private static final String HEAD = "apiVersion: tenantry.io/v1alpha1\nkind: %s\nmetadata: {name: %s}\nspec:\n";

    private Documents() {}

    /** A tenant, in a file of its name. */
    public static Source tenant(String name, String... spec) {
        return document("Tenant", name, spec);
    }

    /** A cluster profile named default, in a file of its name. */
    public static Source profile(String... spec) {
        return document("ClusterProfile", "default", spec);
    }

    private static Source document(String kind, String name, String... spec) {
        return Source.ofString(
                name + ".yaml",
                HEAD.formatted(kind, name) + String.join("\n", spec).indent(2));
    }
}
