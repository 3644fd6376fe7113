package io.tenantry.spi;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import java.util.List;

/**
 * What a contributor returns: objects with their place, labels and annotations for the tenant's Namespaces, and what
 * each of them makes true.
 *
 * <pre>{@code
 * var out = Manifests.builder();
 * for (var namespace : tenant.namespaces()) {
 *     out.add(quota(namespace)).makesTrue(Enforcement.QUOTA, "cpuQuota", "podQuota");
 *     out.annotate(namespace.name(), "tenantry.io/qos-class", "Guaranteed")
 *             .makesTrue(Enforcement.by("tenantry-qos-class"), "qosClass");
 * }
 * return out.notEnforced("burstCpu", "needs allowBursting").build();
 * }</pre>
 *
 * <p>Every key of the section that has a value is accounted for, by {@code makesTrue} or {@code notEnforced}: {@code
 * tenantry explain} prints the account, and under {@link io.tenantry.IsolationLevel#STRICT} a written key that nothing
 * enforces is an error. A path covers everything beneath it. Immutable; order has no meaning, core sorts. Core adds the
 * ownership labels to every object; contributors name their objects and add nothing to another's.
 */
public final class Manifests {
    private static final Manifests NONE = new Manifests(List.of(), List.of(), List.of());

    private final List<PlacedItem> items;
    private final List<Unenforced> unenforced;
    private final List<Implied> implied;

    Manifests(List<PlacedItem> items, List<Unenforced> unenforced, List<Implied> implied) {
        this.items = List.copyOf(items);
        this.unenforced = List.copyOf(unenforced);
        this.implied = List.copyOf(implied);
    }

    public static Builder builder() {
        return new ManifestsBuilder();
    }

    public static Manifests none() {
        return NONE;
    }

    public List<PlacedItem> items() {
        return items;
    }

    public List<Unenforced> unenforced() {
        return unenforced;
    }

    public List<Implied> implied() {
        return implied;
    }

    /** Collects items; not for use by several threads. */
    public interface Builder {

        /** An object in one of the tenant's namespaces, which its metadata names. */
        <R extends HasMetadata & Namespaced> Enforces add(R object);

        /** An object in the platform's own namespace or another that the profile names. */
        <R extends HasMetadata & Namespaced> Enforces addToPlatform(R object);

        /** An object without a namespace. */
        Enforces addToCluster(HasMetadata object);

        /**
         * A policy and its binding, from {@link ClusterContributor#shared} only; left out where the cluster's version
         * cannot enforce it.
         */
        Builder add(SharedPolicy policy);

        /** A label of one of the tenant's Namespaces, which core owns. */
        Enforces label(String namespace, String key, String value);

        /** An annotation of one of the tenant's Namespaces, which core owns. */
        Enforces annotate(String namespace, String key, String value);

        /** A key of the section that takes no effect, and why; shown by {@code explain}, an error under strict. */
        Builder notEnforced(String path, String reason);

        /** What a key of the section gives or takes beyond what it says; shown by {@code explain} beneath the key. */
        Builder implies(String path, String consequence);

        Manifests build();
    }

    /** The builder, just after an item: what does the item make true? */
    public interface Enforces extends Builder {

        /** These keys of the section take effect by this item. May be said more than once. */
        Enforces makesTrue(Enforcement by, String... paths);
    }

    /** Which keys take effect, and by what. */
    public record Effect(Enforcement by, List<String> paths) {
        public Effect {
            paths = List.copyOf(paths);
        }
    }

    /** A key that takes no effect. */
    public record Unenforced(String path, String reason) {}

    /** What follows from a key. */
    public record Implied(String path, String consequence) {}

    /** One thing that a contributor added. */
    public sealed interface PlacedItem {
        List<Effect> effects();
    }

    /** An object and the scope that it was added to. */
    public record PlacedObject(HasMetadata object, Scope scope, List<Effect> effects) implements PlacedItem {
        public PlacedObject {
            effects = List.copyOf(effects);
        }
    }

    /** A label or an annotation of a tenant's Namespace. */
    public record NamespaceMetadata(String namespace, MetadataKind kind, String key, String value, List<Effect> effects)
            implements PlacedItem {
        public NamespaceMetadata {
            effects = List.copyOf(effects);
        }
    }

    /** A shared policy; what it makes true is said beside the annotations that it reads. */
    public record PlacedPolicy(SharedPolicy policy) implements PlacedItem {
        @Override
        public List<Effect> effects() {
            return List.of();
        }
    }

    /** Where an object may be. */
    public enum Scope {
        TENANT,
        PLATFORM,
        CLUSTER
    }

    /** Which map of the Namespace's metadata. */
    public enum MetadataKind {
        LABEL,
        ANNOTATION
    }
}
