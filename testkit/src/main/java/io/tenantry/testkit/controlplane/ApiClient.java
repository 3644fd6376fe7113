package io.tenantry.testkit.controlplane;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.testkit.controlplane.CertificateAuthority.Signed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;

/**
 * Requests to an API server as somebody, answered with whatever it says.
 *
 * <pre>{@code
 * var answer = controlPlane.as(Identity.user("admin@acme.com")).create(pod);
 * assertThat(answer.status()).isEqualTo(403);
 * assertThat(answer.message()).contains("tenantry-guard");
 * }</pre>
 *
 * <p>Nothing is thrown for a refusal. A server that is starting up, or that asks to be asked again (429, 503 with
 * Retry-After), is asked again. Safe for use by several threads.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/api-concepts/">Kubernetes API Concepts</a>
 */
public final class ApiClient {
    private static final String JSON = "application/json";
    private static final String APPLY = "application/apply-patch+yaml";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final HttpClient http;
    private final URI server;
    private final RestPaths paths;
    private final @Nullable Identity identity;
    private final boolean dryRun;

    private ApiClient(HttpClient http, URI server, RestPaths paths, @Nullable Identity identity, boolean dryRun) {
        this.http = http;
        this.server = server;
        this.paths = paths;
        this.identity = identity;
        this.dryRun = dryRun;
    }

    static ApiClient of(URI server, Signed authority, Signed certificate) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(Tls.context(authority, certificate))
                .build();
        return new ApiClient(http, server, new RestPaths(), null, false);
    }

    /** A client that impersonates somebody. */
    public ApiClient as(Identity other) {
        return new ApiClient(http, server, paths, other, dryRun);
    }

    /** A client whose requests change nothing, though they are judged like any other. */
    public ApiClient dryRun() {
        return new ApiClient(http, server, paths, identity, true);
    }

    /** Whatever is at a path, such as {@code /apis/apps/v1}. */
    public ApiAnswer get(String path) {
        return send("GET", path, null, "");
    }

    /** The object of this kind, namespace and name. */
    public ApiAnswer get(HasMetadata object) {
        return get(paths.of(object, this));
    }

    public ApiAnswer create(HasMetadata object) {
        return send("POST", paths.collection(object, this), JSON, Json.of(object));
    }

    /** Server-side apply by the manager {@code tenantry}; unknown fields are refused. */
    public ApiAnswer apply(HasMetadata object) {
        return apply(object, "tenantry");
    }

    /** Server-side apply by another manager. */
    public ApiAnswer apply(HasMetadata object, String manager) {
        var path = paths.of(object, this) + "?fieldManager=" + manager + "&fieldValidation=Strict";
        return send("PATCH", path, APPLY, Json.of(object));
    }

    public ApiAnswer update(HasMetadata object) {
        return send("PUT", paths.of(object, this), JSON, Json.of(object));
    }

    /** A JSON merge patch (RFC 7386). */
    public ApiAnswer patch(HasMetadata object, String patch) {
        return send("PATCH", paths.of(object, this), MERGE_PATCH, patch);
    }

    public ApiAnswer delete(HasMetadata object) {
        return send("DELETE", paths.of(object, this), null, "");
    }

    /** Every object of this kind in the object's namespace. */
    public ApiAnswer deleteAll(HasMetadata object) {
        return send("DELETE", paths.collection(object, this), null, "");
    }

    /** All objects of this kind, in the object's namespace. */
    public ApiAnswer list(HasMetadata object) {
        return get(paths.collection(object, this));
    }

    /** Any request with an object as its body. */
    public ApiAnswer send(String method, String path, HasMetadata body) {
        return send(method, path, JSON, Json.of(body));
    }

    /** Any request; the path may have a query. */
    public ApiAnswer send(String method, String path, @Nullable String contentType, String body) {
        var request = HttpRequest.newBuilder(server.resolve(dryRun ? withDryRun(path) : path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (identity != null) {
            request.header("Impersonate-User", identity.user());
            identity.groups().forEach(group -> request.header("Impersonate-Group", group));
        }
        return Eventually.found(
                "the API server answers " + method + " " + path,
                () -> answer(request.build()).settled());
    }

    /** Where objects are found, for requests that this class has no method for. */
    public String pathOf(HasMetadata object) {
        return paths.of(object, this);
    }

    boolean isReady() {
        try {
            return exchange(HttpRequest.newBuilder(server.resolve("/readyz")).build())
                    .succeeded();
        } catch (IOException e) {
            return false;
        }
    }

    private ApiAnswer answer(HttpRequest request) {
        try {
            return exchange(request);
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri() + " failed", e);
        }
    }

    private ApiAnswer exchange(HttpRequest request) throws IOException {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return new ApiAnswer(
                    response.statusCode(), response.body(), response.headers().allValues("Warning"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the API server answers", e);
        }
    }

    private static String withDryRun(String path) {
        return path + (path.contains("?") ? "&" : "?") + "dryRun=All";
    }
}
