package io.tenantry.spi;

import io.fabric8.kubernetes.api.model.HasMetadata;
import org.jspecify.annotations.Nullable;

/**
 * A request to the API server, as data.
 *
 * @param object what is created or written, or names what is patched or deleted
 * @param subresource such as {@code scale}; empty for the object itself
 * @param patch a JSON merge patch (RFC 7386), for {@link Verb#PATCH} only
 */
public record Request(
        Verb verb,
        HasMetadata object,
        String subresource,
        @Nullable String patch) {

    public static Request create(HasMetadata object) {
        return new Request(Verb.CREATE, object, "", null);
    }

    public static Request update(HasMetadata object) {
        return new Request(Verb.UPDATE, object, "", null);
    }

    /** A JSON merge patch of an object that is there. */
    public static Request patch(HasMetadata object, String mergePatch) {
        return new Request(Verb.PATCH, object, "", mergePatch);
    }

    public static Request delete(HasMetadata object) {
        return new Request(Verb.DELETE, object, "", null);
    }

    /** Every object of this kind in the object's namespace. */
    public static Request deleteCollection(HasMetadata object) {
        return new Request(Verb.DELETECOLLECTION, object, "", null);
    }

    public static Request get(HasMetadata object) {
        return new Request(Verb.GET, object, "", null);
    }

    /** The same request on a subresource. */
    public Request on(String subresource) {
        return new Request(verb, object, subresource, patch);
    }

    /** The verbs of the Kubernetes API that attacks use. */
    public enum Verb {
        GET,
        CREATE,
        UPDATE,
        PATCH,
        DELETE,
        DELETECOLLECTION
    }
}
