package io.tenantry.feature.quota;

import io.tenantry.spi.Problems;
import io.tenantry.spi.TenantView;

/** A namespace's quota, with the place where its problems are reported. */
record NamespacePlace(TenantView<Quota> tenant, NamespaceQuota namespace, Problems problems) {

    Problems at(String... keys) {
        return Level.at(problems.in(namespace.view()), keys);
    }

    /** Whether the value is written for this namespace, or for the tenant that it belongs to. */
    boolean isWritten(String... keys) {
        return tenant.isWritten(keys) || namespace.view().isWritten(keys);
    }

    /** What the value is here: itself, or the part of it that this namespace gets. */
    String says(String key, String value) {
        var isOwn = tenant.namespaces().size() == 1 || namespace.view().isWritten(key);
        return isOwn ? "is " + value : "gives " + namespace.name() + " " + value;
    }
}
