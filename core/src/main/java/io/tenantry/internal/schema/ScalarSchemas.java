package io.tenantry.internal.schema;

import io.tenantry.Amount;
import io.tenantry.KubernetesVersion;
import io.tenantry.internal.bind.ValueType;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a JSON Schema says of the scalars that the binder's {@code ScalarReader} reads.
 *
 * <p>As close as a schema comes: it sees values, the binder sees their text. So {@code 1e3} is a whole number to a
 * schema and none to the binder, and a Kubernetes version 1.30 without quotes is the same number as 1.3.
 */
final class ScalarSchemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Kubernetes' grammar of quantities, as {@link Amount#parse} reads it. */
    private static final String AMOUNT = "^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?$";

    private static final int LONGEST_AMOUNT = 64;

    private ScalarSchemas() {}

    /** The schema of a type that {@link ValueType} reads from one scalar; most take any scalar by its text. */
    static ObjectNode of(Class<?> type) {
        if (type.isEnum()) {
            return oneOf(type);
        }
        if (type == Boolean.class) {
            return type("boolean");
        }
        if (type == Integer.class) {
            return between(
                    type("integer"), BigDecimal.valueOf(Integer.MIN_VALUE), BigDecimal.valueOf(Integer.MAX_VALUE));
        }
        if (type == Long.class) {
            return between(type("integer"), BigDecimal.valueOf(Long.MIN_VALUE), BigDecimal.valueOf(Long.MAX_VALUE));
        }
        if (type == BigDecimal.class) {
            return type("number");
        }
        if (type == Amount.class) {
            return amount();
        }
        return type == KubernetesVersion.class ? kubernetesVersion() : type("string", "number", "boolean");
    }

    /** The same, or null. */
    static ObjectNode orNull(Class<?> type) {
        var schema = of(type);
        if (schema.get("enum") instanceof ArrayNode names) {
            names.addNull();
        } else {
            ((ArrayNode) schema.get("type")).add("null");
        }
        return schema;
    }

    /** What the keyword for types says. */
    static ArrayNode types(String... types) {
        var list = JSON.arrayNode();
        for (var type : types) {
            list.add(type);
        }
        return list;
    }

    private static ObjectNode type(String... types) {
        return JSON.objectNode().set("type", types(types));
    }

    private static ObjectNode oneOf(Class<?> type) {
        var schema = JSON.objectNode();
        var names = schema.putArray("enum");
        for (var constant : type.getEnumConstants()) {
            names.add(ValueType.name((Enum<?>) constant));
        }
        return schema;
    }

    private static ObjectNode amount() {
        var largest = BigDecimal.valueOf(Long.MAX_VALUE);
        return between(type("string", "number"), largest.negate(), largest)
                .put("pattern", AMOUNT)
                .put("maxLength", LONGEST_AMOUNT);
    }

    private static ObjectNode kubernetesVersion() {
        var minors = IntStream.rangeClosed(KubernetesVersion.OLDEST.minor(), KubernetesVersion.NEWEST.minor())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining("|"));
        var oldest = new BigDecimal(KubernetesVersion.OLDEST.toString());
        var newest = new BigDecimal(KubernetesVersion.NEWEST.toString());
        return between(type("string", "number"), oldest, newest)
                .put("pattern", "^v?1\\.(" + minors + ")(\\.[0-9]{1,9}([-+].{0,60})?)?$");
    }

    private static ObjectNode between(ObjectNode schema, BigDecimal least, BigDecimal most) {
        return schema.put("minimum", least).put("maximum", most);
    }
}
