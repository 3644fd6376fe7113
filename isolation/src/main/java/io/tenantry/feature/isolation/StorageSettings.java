package io.tenantry.feature.isolation;

import io.tenantry.spi.Enforcement;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.NamespaceView;
import io.tenantry.spi.TenantView;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the policies on claims and inline volumes read of a namespace. */
final class StorageSettings {
    private static final String ALLOWED = "allowed";
    private static final String DENIED = "denied";

    private StorageSettings() {}

    static void add(TenantView<Isolation> tenant, NamespaceView<Isolation> namespace, Manifests.Builder out) {
        var isolation = namespace.config();
        classes(tenant, namespace, out);
        out.annotate(namespace.name(), Annotations.INLINE_VOLUMES, isolation.storageIsolation() ? DENIED : ALLOWED)
                .makesTrue(Enforcement.by(PodsPolicy.NAME), "storageIsolation");
        out.annotate(namespace.name(), Annotations.CHOSEN_VOLUMES, isolation.pvAccessControl() ? DENIED : ALLOWED)
                .makesTrue(Enforcement.by(ClaimsPolicy.NAME), "pvAccessControl");
    }

    /** With no class listed anywhere, storage isolation leaves claims the choice. */
    private static void classes(
            TenantView<Isolation> tenant, NamespaceView<Isolation> namespace, Manifests.Builder out) {
        var isolation = namespace.config();
        var classes = classes(tenant, isolation);
        if (!isolation.storageIsolation()) {
            out.annotate(namespace.name(), Annotations.STORAGE_CLASSES, Annotations.ANY);
            out.notEnforced("allowedStorageClasses", "storageIsolation is false");
            return;
        }
        var lines = classes.isEmpty() ? Annotations.ANY : Annotations.lines(classes);
        var annotation = out.annotate(namespace.name(), Annotations.STORAGE_CLASSES, lines)
                .makesTrue(Enforcement.by(ClaimsPolicy.NAME), "allowedStorageClasses");
        if (!classes.isEmpty()) {
            annotation.makesTrue(Enforcement.by(ClaimsPolicy.NAME), "storageIsolation");
        }
    }

    /** One that claims must name or another of the list; empty where they may name any. */
    static Optional<String> first(TenantView<Isolation> tenant) {
        return tenant.config().storageIsolation()
                ? classes(tenant, tenant.config()).stream().findFirst()
                : Optional.empty();
    }

    /** Those that claims may name under storage isolation; any when there is none. */
    static SortedSet<String> classes(TenantView<Isolation> tenant, Isolation isolation) {
        var classes = new TreeSet<>(isolation.allowedStorageClasses());
        OwnStorageClasses.of(tenant, isolation).ifPresent(classes::add);
        if (!OwnStorageClasses.isEncrypted(tenant, isolation)) {
            classes.addAll(tenant.cluster().profile().storageClasses());
        }
        return classes;
    }
}
