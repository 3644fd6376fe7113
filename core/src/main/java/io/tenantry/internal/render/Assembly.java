package io.tenantry.internal.render;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.tenantry.ContributorException;
import io.tenantry.Labels;
import io.tenantry.manifest.Manifest;
import io.tenantry.spi.Manifests.PlacedObject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Judges and labels objects, and finds those that two return. */
final class Assembly {
    private final Set<String> platformNamespaces;
    private final Map<String, Claim> claims = new HashMap<>();

    Assembly(Set<String> platformNamespaces) {
        this.platformNamespaces = platformNamespaces;
    }

    /** Who returned an object, for what, and where. */
    private record Claim(Contributor<?> contributor, String unit, String namespace) {
        @Override
        public String toString() {
            return contributor + " for " + unit;
        }
    }

    /** Lets a unit have its objects outside of its own namespaces, which every other could claim too. */
    void admit(Unit unit) {
        unit.claims.forEach((key, claim) -> {
            if (!unit.namespaces.contains(claim.namespace())) {
                claim(claims, key, claim);
            }
        });
    }

    private static void claim(Map<String, Claim> claims, String key, Claim claim) {
        var earlier = claims.putIfAbsent(key, claim);
        if (earlier != null) {
            throw new ContributorException(claim + " returned " + key + ", which " + earlier
                    + " returned already; name it with TenantView.objectName, or leave it to one of them");
        }
    }

    /** Where one unit (the shared objects, or one tenant) puts its objects; it needs no other unit for that. */
    final class Unit {
        private final String tenant;
        private final Set<String> namespaces;
        private final Map<String, Claim> claims = new LinkedHashMap<>();

        /** The tenant, or the empty string for the shared objects, and the namespaces that it has. */
        Unit(String tenant, Set<String> namespaces) {
            this.tenant = tenant;
            this.namespaces = namespaces;
        }

        /** The object as a manifest, with its ownership labels. */
        Manifest place(PlacedObject placed, Contributor<?> contributor) {
            var object = placed.object();
            if (object.getMetadata() == null || object.getMetadata().getName() == null) {
                throw contributor.broke("returned a " + object.getKind() + " without a name", "name it");
            }
            judgeScope(placed, contributor);
            label(object);
            var manifest = new Manifest(
                    object,
                    contributor.section().name(),
                    contributor.code().getClass().getName());
            claim(claims, manifest.key(), new Claim(contributor, unit(), manifest.namespace()));
            return manifest;
        }

        private String unit() {
            return tenant.isEmpty() ? "the cluster" : "tenant " + tenant;
        }

        private void judgeScope(PlacedObject placed, Contributor<?> contributor) {
            var object = placed.object();
            var namespace = Objects.requireNonNullElse(object.getMetadata().getNamespace(), "");
            var what =
                    "returned " + object.getKind() + " " + object.getMetadata().getName();
            switch (placed.scope()) {
                case TENANT -> {
                    if (!namespaces.contains(namespace)) {
                        throw contributor.broke(
                                what + " in namespace \"" + namespace + "\", which is not one of " + unit(),
                                "add it in a namespace of TenantView.namespaces(), or use addToPlatform");
                    }
                }
                case PLATFORM -> {
                    if (!platformNamespaces.contains(namespace)) {
                        throw contributor.broke(
                                what + " in namespace \"" + namespace + "\", which the cluster profile does not name",
                                "use a namespace that the profile names: " + platformNamespaces);
                    }
                }
                case CLUSTER -> {
                    if (object instanceof Namespaced || !namespace.isEmpty()) {
                        throw contributor.broke(what + " as an object without a namespace", "use add or addToPlatform");
                    }
                    if (object.getKind().equals("Namespace")) {
                        throw contributor.broke(what + ", but core owns Namespaces", "use label or annotate");
                    }
                }
            }
        }

        private void label(HasMetadata object) {
            var labels = new TreeMap<String, String>();
            if (object.getMetadata().getLabels() != null) {
                labels.putAll(object.getMetadata().getLabels());
            }
            labels.put(Labels.MANAGED_BY, Labels.TENANTRY);
            if (!tenant.isEmpty()) {
                labels.put(Labels.TENANT, tenant);
            }
            object.getMetadata().setLabels(labels);
        }
    }
}
