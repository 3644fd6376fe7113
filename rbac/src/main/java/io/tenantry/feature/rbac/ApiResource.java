package io.tenantry.feature.rbac;

import java.util.Comparator;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A namespaced resource of the API, or one of its subresources, and what of it a tenant may be given.
 *
 * @param group empty for the core group
 * @param name plural, with {@code /subresource} where it is one
 * @param verbs all that the API server knows for it
 */
record ApiResource(String group, String name, SortedSet<String> verbs, Share share) implements Comparable<ApiResource> {
    static final Set<String> ALL_VERBS =
            Set.of("get", "list", "watch", "create", "update", "patch", "delete", "deletecollection");
    static final Set<String> READING = Set.of("get", "list", "watch");

    private static final Comparator<ApiResource> ORDER =
            Comparator.comparing(ApiResource::group).thenComparing(ApiResource::name);

    /** How much of a resource a tenant may be given. */
    enum Share {
        /** Everything. */
        USE,
        /** Everything where tenants cannot touch what the platform owns, else reading. */
        GUARDED,
        /** Reading: the platform owns it, or controllers do. */
        READ,
        /** Nothing. */
        NONE
    }

    ApiResource(String group, String name, Set<String> verbs, Share share) {
        this(group, name, new TreeSet<>(verbs), share);
    }

    /** One to look another up by, since they are told apart by group and name alone. */
    static ApiResource named(String group, String name) {
        return new ApiResource(group, name, Set.of(), Share.NONE);
    }

    /** The verbs that a tenant may be given. */
    SortedSet<String> grantable(boolean guarded) {
        var grantable = new TreeSet<>(verbs);
        if (share == Share.NONE) {
            grantable.clear();
        } else if (share == Share.READ || (share == Share.GUARDED && !guarded)) {
            grantable.retainAll(READING);
        }
        return grantable;
    }

    /** As {@code kubectl} writes it: {@code deployments.apps/scale}. */
    String qualifiedName() {
        if (group.isEmpty()) {
            return name;
        }
        var slash = name.indexOf('/');
        return slash < 0 ? name + "." + group : name.substring(0, slash) + "." + group + name.substring(slash);
    }

    @Override
    public int compareTo(ApiResource other) {
        return ORDER.compare(this, other);
    }
}
