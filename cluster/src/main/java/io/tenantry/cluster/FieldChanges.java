package io.tenantry.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The fields in which a live object differs from what the server would make of it. */
final class FieldChanges {
    /** What the server writes by itself, or leaves out of the items of a list. */
    private static final Set<String> NOT_OF_THE_USER = Set.of("apiVersion", "kind", "status");

    private static final Set<String> SERVERS_METADATA =
            Set.of("managedFields", "resourceVersion", "generation", "creationTimestamp", "uid", "selfLink");

    private static final String HIDDEN = "\"(hidden)\"";

    private final FieldOwners owners;
    private final boolean secret;
    private final List<FieldChange> changes = new ArrayList<>();
    private final List<Object> path = new ArrayList<>();

    private FieldChanges(JsonNode live, boolean secret) {
        owners = new FieldOwners(live);
        this.secret = secret;
    }

    /** The differences by path; of a Secret, without its values. */
    static List<FieldChange> between(JsonNode live, JsonNode wanted) {
        var comparison = new FieldChanges(live, wanted.path("kind").asString("").equals("Secret"));
        comparison.compare(live, wanted);
        if (comparison.changes.isEmpty() && !ownFields(live).equals(ownFields(wanted))) {
            comparison.changes.add(new FieldChange("metadata.managedFields", ownFields(live), ownFields(wanted), ""));
        }
        return List.copyOf(comparison.changes);
    }

    private static String ownFields(JsonNode object) {
        var fields = AppliedFields.of(object);
        return fields == null ? "" : fields.toString();
    }

    private void compare(JsonNode from, JsonNode to) {
        if (from.equals(to)) {
            return;
        }
        if (from.isObject() && to.isObject()) {
            var names = new TreeSet<String>(from.propertyNames());
            names.addAll(to.propertyNames());
            names.forEach(name -> within(name, from.path(name), to.path(name)));
        } else if (from.isArray() && to.isArray()) {
            for (int i = 0; i < Math.max(from.size(), to.size()); i++) {
                within(i, from.path(i), to.path(i));
            }
        } else {
            changes.add(new FieldChange(text(), value(from), value(to), owners.of(path)));
        }
    }

    private void within(Object part, JsonNode from, JsonNode to) {
        if (path.isEmpty() && NOT_OF_THE_USER.contains(part)) {
            return;
        }
        if (path.size() == 1 && path.get(0).equals("metadata") && SERVERS_METADATA.contains(part)) {
            return;
        }
        path.add(part);
        compare(from, to);
        path.remove(path.size() - 1);
    }

    private String value(JsonNode node) {
        if (node.isMissingNode()) {
            return "";
        }
        boolean hidden = secret && (path.get(0).equals("data") || path.get(0).equals("stringData"));
        return hidden ? HIDDEN : node.toString();
    }

    private String text() {
        var text = new StringBuilder();
        for (var part : path) {
            if (part instanceof Integer index) {
                text.append('[').append(index).append(']');
            } else if (part.toString().matches("[A-Za-z0-9_-]+")) {
                text.append(text.isEmpty() ? "" : ".").append(part);
            } else {
                text.append("['").append(part).append("']");
            }
        }
        return text.toString();
    }
}
