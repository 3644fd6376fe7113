package io.tenantry.cluster;

import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Who else owns the fields of a live object. */
final class FieldOwners {
    private final JsonNode live;

    FieldOwners(JsonNode live) {
        this.live = live;
    }

    /**
     * The managers other than our own that own a field, or all of a list or map that it is in, or something beneath it.
     *
     * @param path names of fields and indexes of items
     */
    String of(List<Object> path) {
        var managers = new TreeSet<String>();
        for (var entry : live.path("metadata").path("managedFields")) {
            if (!AppliedFields.isOurs(entry) && owns(entry.path("fieldsV1"), path)) {
                managers.add(entry.path("manager").asString(""));
            }
        }
        return String.join(", ", managers);
    }

    private boolean owns(JsonNode fields, List<Object> path) {
        var at = fields;
        var value = live;
        for (var part : path) {
            if (at.isEmpty()) {
                return true;
            }
            var next = part instanceof Integer index ? item(at, value.path(index)) : at.path("f:" + part);
            if (next.isMissingNode()) {
                return false;
            }
            at = next;
            value = part instanceof Integer index ? value.path(index) : value.path((String) part);
        }
        return true;
    }

    private static JsonNode item(JsonNode fields, JsonNode item) {
        var field = AppliedFields.recordOf(item, fields);
        return field == null ? MissingNode.getInstance() : field.getValue();
    }
}
