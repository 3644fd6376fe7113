package io.tenantry.feature.network.matrix;

import java.util.Locale;

/**
 * A row and a column of the matrix.
 *
 * @param id the namespace, or {@code @internet} and the like for what is outside
 * @param tenant empty unless the namespace is a tenant's
 */
public record Node(String id, Kind kind, String tenant) {

    /** What a node stands for, in the order in which the matrix has them. */
    public enum Kind {
        /** A tenant's namespace. */
        NAMESPACE,
        /** A namespace of no tenant, or addresses of the cluster itself. */
        PLATFORM,
        /** Addresses that are neither the cluster's nor the internet's. */
        PRIVATE,
        INTERNET,
        METADATA;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
