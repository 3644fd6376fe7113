package io.tenantry.testkit.controlplane;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the API server said.
 *
 * @param status of HTTP
 * @param text the body: an object, a list, or a {@code Status} that says what is wrong
 * @param warnings what it warned of, as {@code kubectl} shows it
 */
public record ApiAnswer(int status, String text, List<String> warnings) {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    public ApiAnswer {
        warnings = List.copyOf(warnings);
    }

    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** The body as JSON; a body that is none is a text node. */
    public JsonNode body() {
        return Json.parse(text);
    }

    /** The value at a JSON pointer (RFC 6901) such as {@code /status/hard}; a missing node where there is none. */
    public JsonNode at(String pointer) {
        return body().at(pointer);
    }

    /** Why it was refused; empty when it was not. */
    public String message() {
        return succeeded() ? "" : body().path("message").asString(text);
    }

    /**
     * This answer.
     *
     * @throws AssertionError when it is a refusal
     */
    public ApiAnswer orFail() {
        if (!succeeded()) {
            throw new AssertionError("the API server refused: " + status + " " + message());
        }
        return this;
    }

    /** Empty when the server asks to be asked again. */
    Optional<ApiAnswer> settled() {
        boolean again = status == UNAVAILABLE || (status == TOO_MANY_REQUESTS && !isEviction());
        return again ? Optional.empty() : Optional.of(this);
    }

    /** An eviction that a disruption budget forbids answers 429 too, and for good. */
    private boolean isEviction() {
        return text.contains("disruption budget");
    }
}
