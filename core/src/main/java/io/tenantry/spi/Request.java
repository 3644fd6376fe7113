package io.tenantry.spi;

import io.fabric8.kubernetes.api.model.HasMetadata;
import org.jspecify.annotations.Nullable;

/**
 * A request to the API server, as data.
 *
 * <pre>{@code
 * Request.create(pod)
 * Request.patch(deployment, "{\"spec\":{\"replicas\":1}}").on("scale")
 * Request.create(serviceAccount).on("token", tokenRequest)
 * }</pre>
 *
 * <p>A created {@code SelfSubjectAccessReview} asks whether the actor may do something, such as impersonate, that
 * cannot be tried: it counts as refused when it is not allowed.
 *
 * @param object what is created or written, or names what is read, patched or deleted
 * @param subresource such as {@code scale}; empty for the object itself
 * @param patch a JSON merge patch (RFC 7386), for {@link Verb#PATCH} only
 * @param body what is sent to the subresource when it is not the object itself
 */
public record Request(
        Verb verb,
        HasMetadata object,
        String subresource,
        @Nullable String patch,
        @Nullable HasMetadata body) {

    public static Request create(HasMetadata object) {
        return of(Verb.CREATE, object);
    }

    public static Request update(HasMetadata object) {
        return of(Verb.UPDATE, object);
    }

    /** A JSON merge patch of an object that is there. */
    public static Request patch(HasMetadata object, String mergePatch) {
        return new Request(Verb.PATCH, object, "", mergePatch, null);
    }

    public static Request delete(HasMetadata object) {
        return of(Verb.DELETE, object);
    }

    /** Every object of this kind in the object's namespace. */
    public static Request deleteCollection(HasMetadata object) {
        return of(Verb.DELETECOLLECTION, object);
    }

    public static Request get(HasMetadata object) {
        return of(Verb.GET, object);
    }

    /** Every object of this kind in the object's namespace; it succeeds where there is none. */
    public static Request list(HasMetadata object) {
        return of(Verb.LIST, object);
    }

    /** The same request on a subresource. */
    public Request on(String subresource) {
        return new Request(verb, object, subresource, patch, null);
    }

    /** The same request on a subresource that takes an object of its own, such as a TokenRequest. */
    public Request on(String subresource, HasMetadata body) {
        return new Request(verb, object, subresource, patch, body);
    }

    private static Request of(Verb verb, HasMetadata object) {
        return new Request(verb, object, "", null, null);
    }

    /** The verbs of the Kubernetes API that attacks use. */
    public enum Verb {
        GET,
        LIST,
        CREATE,
        UPDATE,
        PATCH,
        DELETE,
        DELETECOLLECTION
    }
}
