package io.tenantry.cluster;

import io.tenantry.cluster.server.ApiServer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server's own record of what {@code tenantry} applied to an object, held against what is wanted.
 *
 * <p>The server takes a field from that record as soon as anybody else changes its value, so nothing differs when the
 * record has exactly the fields of the wanted object, and each has the wanted value. Whatever is in doubt, such as a
 * quantity in another spelling, counts as different: then a dry run decides.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management">Field
 *     management</a>
 */
final class AppliedFields {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private AppliedFields() {}

    /** Whether applying would certainly change nothing. */
    static boolean equal(JsonNode wanted, JsonNode live) {
        var applied = of(live);
        if (applied == null) {
            return false;
        }
        for (var field : wanted.properties()) {
            if (!isIdentity(field.getKey())
                    && !matchesField(applied, field, live, field.getKey().equals("metadata"))) {
                return false;
            }
        }
        return hasNoOther(applied, wanted);
    }

    /** The fields that our last apply set, as {@code fieldsV1}; null when it left no trace. */
    static @Nullable JsonNode of(JsonNode live) {
        for (var entry : live.path("metadata").path("managedFields")) {
            if (isOurs(entry)) {
                return entry.path("fieldsV1");
            }
        }
        return null;
    }

    static boolean isOurs(JsonNode entry) {
        return entry.path("manager").asString("").equals(ApiServer.MANAGER)
                && entry.path("operation").asString("").equals("Apply")
                && !entry.has("subresource");
    }

    private static boolean isIdentity(String field) {
        return field.equals("apiVersion") || field.equals("kind");
    }

    private static boolean matchesField(
            JsonNode applied, Map.Entry<String, JsonNode> field, JsonNode live, boolean isMetadata) {
        var value = live.path(field.getKey());
        var fields = applied.path("f:" + field.getKey());
        if (!isMetadata) {
            return !fields.isMissingNode() && matches(fields, field.getValue(), value);
        }
        for (var part : field.getValue().properties()) {
            boolean isName = part.getKey().equals("name") || part.getKey().equals("namespace");
            if (!isName && !matchesField(fields, part, value, false)) {
                return false;
            }
        }
        return hasNoOther(fields, field.getValue());
    }

    private static boolean matches(JsonNode fields, JsonNode wanted, JsonNode live) {
        if (fields.isEmpty()) {
            return wanted.equals(live);
        }
        if (wanted.isArray()) {
            return live.isArray() && matchesItems(fields, wanted, live);
        }
        if (!wanted.isObject() || !live.isObject()) {
            return false;
        }
        for (var field : wanted.properties()) {
            if (!matchesField(fields, field, live, false)) {
                return false;
            }
        }
        return hasNoOther(fields, wanted);
    }

    /** Whether the record has no field that is no longer wanted. */
    private static boolean hasNoOther(JsonNode fields, JsonNode wanted) {
        for (var name : fields.propertyNames()) {
            if (!name.equals(".") && !(name.startsWith("f:") && wanted.has(name.substring(2)))) {
                return false;
            }
        }
        return true;
    }

    /** Items of a list that the API merges: each is recorded by its key, or by its value. */
    private static boolean matchesItems(JsonNode fields, JsonNode wanted, JsonNode live) {
        int last = -1;
        for (var item : wanted) {
            var field = recordOf(item, fields);
            int at = field == null ? -1 : indexOf(live, field.getKey());
            if (field == null || at <= last || !matchesItem(field, item, live.get(at))) {
                return false;
            }
            last = at;
        }
        return wanted.size()
                == fields.propertyStream()
                        .filter(field -> !field.getKey().equals("."))
                        .count();
    }

    private static boolean matchesItem(Map.Entry<String, JsonNode> field, JsonNode wanted, JsonNode live) {
        return field.getKey().startsWith("v:") ? wanted.equals(live) : matches(field.getValue(), wanted, live);
    }

    /** The record of a list's item; null when there is none. */
    static Map.@Nullable Entry<String, JsonNode> recordOf(JsonNode item, JsonNode fields) {
        for (var field : fields.properties()) {
            if (identifies(field.getKey(), item)) {
                return field;
            }
        }
        return null;
    }

    private static int indexOf(JsonNode items, String recorded) {
        for (int i = 0; i < items.size(); i++) {
            if (identifies(recorded, items.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a record such as {@code k:{"name":"web"}} or {@code v:"web"} is of this item. */
    private static boolean identifies(String recorded, JsonNode item) {
        if (!recorded.startsWith("k:") && !recorded.startsWith("v:")) {
            return false;
        }
        try {
            var key = MAPPER.readTree(recorded.substring(2));
            return key.isObject()
                    ? key.propertyStream().allMatch(part -> part.getValue().equals(item.path(part.getKey())))
                    : key.equals(item);
        } catch (JacksonException e) {
            return false;
        }
    }
}
