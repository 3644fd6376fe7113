package io.tenantry.cluster.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What an API server answered, after all waiting and asking again.
 *
 * @param status of HTTP
 * @param body not to be changed
 * @param warnings texts of the header {@code Warning}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Answer(int status, byte[] body, List<String> warnings) {
    public static final int FORBIDDEN = 403;
    public static final int NOT_FOUND = 404;
    public static final int CONFLICT = 409;
    public static final int GONE = 410;
    static final int UNAUTHORIZED = 401;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** The body as JSON; a missing node where it is none. */
    public JsonNode tree() {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /** Why it was refused, in the server's words and without its repeated {@code … is invalid:}. */
    public String message() {
        var message = tree().path("message").asString("");
        return message.isEmpty() ? "HTTP " + status + " " + new String(body, StandardCharsets.UTF_8) : message;
    }

    /** The server's word for what kind of refusal it is, such as {@code AlreadyExists}; may be empty. */
    public String reason() {
        return tree().path("reason").asString("");
    }
}
