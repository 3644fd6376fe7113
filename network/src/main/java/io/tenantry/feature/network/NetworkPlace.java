package io.tenantry.feature.network;

import io.tenantry.spi.NamespaceView;
import io.tenantry.spi.Problems;
import io.tenantry.spi.TenantView;

/**
 * One namespace with everything that holds for it, and where to report problems of it. A value that several namespaces
 * have from their tenant is judged in each and reported once.
 */
record NetworkPlace(TenantView<Network> tenant, NamespaceView<Network> namespace, Gates gates, Problems problems) {

    static NetworkPlace of(TenantView<Network> tenant, NamespaceView<Network> namespace, Problems problems) {
        return new NetworkPlace(tenant, namespace, Gates.of(tenant, namespace), problems);
    }

    Network network() {
        return namespace.config();
    }

    /** Where the value stands; for a default, where the tenant could write it. */
    Problems at(String... keys) {
        var deeper = namespace.isWritten(keys) ? problems.in(namespace) : problems;
        for (var key : keys) {
            deeper = deeper.at(key);
        }
        return deeper;
    }

    Problems at(String key, int index) {
        return at(key, Integer.toString(index));
    }

    boolean isWritten(String key) {
        return tenant.isWritten(key) || namespace.isWritten(key);
    }

    /** Whether the namespace itself narrows by this key what its tenant says by the other. */
    boolean narrows(String key, String other) {
        return namespace.isWritten(key) && !namespace.isWritten(other);
    }

    /** Reports what has no effect: an error under strict, where every written value must have one. */
    void withoutEffect(String key, String code, String message, String fix) {
        if (gates.strict()) {
            at(key).error(code, message, fix);
        } else {
            at(key).warning(code, message, fix);
        }
    }
}
