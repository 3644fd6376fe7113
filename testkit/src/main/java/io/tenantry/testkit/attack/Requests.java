package io.tenantry.testkit.attack;

import io.tenantry.spi.Request;
import io.tenantry.testkit.controlplane.ApiAnswer;
import io.tenantry.testkit.controlplane.ApiClient;
import java.util.Objects;

/** Sends what an attack describes. */
final class Requests {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private Requests() {}

    static ApiAnswer send(Request request, ApiClient client) {
        return request.subresource().isEmpty() ? sendToObject(request, client) : sendToSubresource(request, client);
    }

    private static ApiAnswer sendToObject(Request request, ApiClient client) {
        var object = request.object();
        return switch (request.verb()) {
            case GET -> client.get(object);
            case LIST -> client.list(object);
            case CREATE -> client.create(object);
            case UPDATE -> client.update(object);
            case PATCH -> client.patch(object, patch(request));
            case DELETE -> client.delete(object);
            case DELETECOLLECTION -> client.deleteAll(object);
        };
    }

    private static ApiAnswer sendToSubresource(Request request, ApiClient client) {
        var path = client.pathOf(request.object()) + "/" + request.subresource();
        var body = Objects.requireNonNullElse(request.body(), request.object());
        return switch (request.verb()) {
            case GET -> client.get(path);
            case CREATE -> client.send("POST", path, body);
            case UPDATE -> client.send("PUT", path, body);
            case PATCH -> client.send("PATCH", path, MERGE_PATCH, patch(request));
            case DELETE -> client.send("DELETE", path, null, "");
            case LIST, DELETECOLLECTION ->
                throw new UnsupportedOperationException(request.verb() + " of a subresource: " + request);
        };
    }

    private static String patch(Request request) {
        return Objects.requireNonNull(request.patch(), "a patch without a patch");
    }
}
