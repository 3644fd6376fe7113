package io.tenantry.manifest;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Comparator;
import java.util.Objects;

/**
 * A rendered object and where it came from.
 *
 * <p>Ordered by apply phase, kind, namespace, name.
 *
 * @param object with its ownership labels; not to be changed
 * @param feature the section that it belongs to, {@code core} for Namespaces
 * @param contributor the class that made it
 */
public record Manifest(HasMetadata object, String feature, String contributor) implements Comparable<Manifest> {
    private static final Comparator<Manifest> ORDER = Comparator.comparing(Manifest::phase)
            .thenComparing(Manifest::kind)
            .thenComparing(Manifest::namespace)
            .thenComparing(Manifest::name)
            .thenComparing(Manifest::apiVersion);

    public ApplyPhase phase() {
        return ApplyPhase.of(kind());
    }

    public String apiVersion() {
        return object.getApiVersion();
    }

    public String kind() {
        return object.getKind();
    }

    /** The namespace, or the empty string for an object without one. */
    public String namespace() {
        return Objects.requireNonNullElse(object.getMetadata().getNamespace(), "");
    }

    public String name() {
        return object.getMetadata().getName();
    }

    /** {@code apiVersion/kind/namespace/name}, as {@code explain} and {@code diff} print it; unique in a rendering. */
    public String key() {
        return apiVersion() + "/" + kind() + "/" + namespace() + "/" + name();
    }

    @Override
    public int compareTo(Manifest other) {
        return ORDER.compare(this, other);
    }
}
