package io.tenantry.testkit.controlplane;

import java.util.List;

/**
 * Whom the API server takes a client for.
 *
 * <pre>{@code
 * Identity.user("admin@acme.com", "acme-admins")
 * Identity.serviceAccount("acme", "ci-cd")
 * }</pre>
 */
public record Identity(String user, List<String> groups) {
    /** May do everything. */
    public static final Identity ADMINISTRATOR = user("administrator", "system:masters");

    public Identity {
        groups = List.copyOf(groups);
    }

    public static Identity user(String name, String... groups) {
        return new Identity(name, List.of(groups));
    }

    /** A service account with the groups that the API server gives to each. */
    public static Identity serviceAccount(String namespace, String name) {
        return user(
                "system:serviceaccount:" + namespace + ":" + name,
                "system:serviceaccounts",
                "system:serviceaccounts:" + namespace,
                "system:authenticated");
    }
}
