package io.tenantry.cluster;

import io.tenantry.manifest.ApplyPhase;
import io.tenantry.manifest.Manifest;

/**
 * What an object is called: {@code apps/v1/Deployment/shop/web}.
 *
 * @param namespace empty for an object without one
 */
public record ObjectKey(String apiVersion, String kind, String namespace, String name) {
    private static final String NAMESPACE = "Namespace";

    static ObjectKey of(Manifest manifest) {
        return new ObjectKey(manifest.apiVersion(), manifest.kind(), manifest.namespace(), manifest.name());
    }

    static ObjectKey namespace(String name) {
        return new ObjectKey("v1", NAMESPACE, "", name);
    }

    /**
     * The key that {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static ObjectKey parse(String text) {
        int name = text.lastIndexOf('/');
        int namespace = text.lastIndexOf('/', name - 1);
        int kind = text.lastIndexOf('/', namespace - 1);
        if (kind < 1) {
            throw new IllegalArgumentException("not apiVersion/kind/namespace/name: " + text);
        }
        return new ObjectKey(
                text.substring(0, kind),
                text.substring(kind + 1, namespace),
                text.substring(namespace + 1, name),
                text.substring(name + 1));
    }

    boolean isNamespace() {
        return kind.equals(NAMESPACE) && apiVersion.equals("v1");
    }

    /** The namespace that goes when it goes: itself for a Namespace, else where it is; may be empty. */
    String home() {
        return isNamespace() ? name : namespace;
    }

    /** The same for all versions in which the API serves the object. */
    String identity() {
        int slash = apiVersion.indexOf('/');
        return (slash < 0 ? "" : apiVersion.substring(0, slash)) + "/" + kind + "/" + namespace + "/" + name;
    }

    /** When it is applied. */
    Wave wave() {
        return new Wave(ApplyPhase.of(kind), kind.endsWith("Binding"));
    }

    /** {@code kind namespace/name}, for sentences. */
    String words() {
        return kind + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
    }

    @Override
    public String toString() {
        return apiVersion + "/" + kind + "/" + namespace + "/" + name;
    }
}
