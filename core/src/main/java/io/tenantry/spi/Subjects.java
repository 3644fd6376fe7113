package io.tenantry.spi;

import java.util.Set;

/**
 * Names of those who act for a tenant, with the prefixes that the cluster's authenticator puts before them.
 *
 * @param users user names such as {@code oidc:admin@acme.com}
 * @param groups group names such as {@code oidc:acme-admins}
 * @param serviceAccounts {@code NAMESPACE/NAME}
 */
public record Subjects(Set<String> users, Set<String> groups, Set<String> serviceAccounts) {
    public Subjects {
        users = Set.copyOf(users);
        groups = Set.copyOf(groups);
        serviceAccounts = Set.copyOf(serviceAccounts);
    }
}
