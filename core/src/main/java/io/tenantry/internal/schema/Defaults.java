package io.tenantry.internal.schema;

import io.tenantry.IsolationLevel;
import io.tenantry.internal.bind.RecordShape;
import io.tenantry.internal.bind.ValueType;
import io.tenantry.spi.Section;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The values that keys have when nobody writes them: {@code default} where it is one value, {@code
 * x-tenantry-defaults} with a value for each isolation level where it depends on the level.
 */
final class Defaults {
    static final String BY_LEVEL = "x-tenantry-defaults";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Defaults() {}

    /** States the defaults of a section in the properties of its schema. */
    static void state(Section<?> section, ObjectNode properties) {
        var byLevel = new TreeMap<IsolationLevel, ObjectNode>();
        for (var level : IsolationLevel.values()) {
            byLevel.put(level, record((Record) section.defaults(level)));
        }
        properties.forEachEntry((key, schema) -> state(key, (ObjectNode) schema, byLevel));
    }

    /** States the defaults of a mapping that do not depend on the level. */
    static void state(Record defaults, ObjectNode properties) {
        record(defaults).forEachEntry((key, value) -> ((ObjectNode) properties.get(key)).set("default", value));
    }

    private static void state(String key, ObjectNode schema, Map<IsolationLevel, ObjectNode> byLevel) {
        var values = JSON.objectNode();
        byLevel.forEach((level, defaults) -> {
            if (defaults.has(key)) {
                values.set(level.toString(), defaults.get(key));
            }
        });
        var distinct = values.values().stream().distinct().toList();
        if (distinct.size() == 1 && values.size() == byLevel.size()) {
            schema.set("default", distinct.get(0));
        } else if (!values.isEmpty()) {
            schema.set(BY_LEVEL, values);
        }
    }

    /** The components that are not null, as a document would write them. */
    private static ObjectNode record(Record values) {
        var written = JSON.objectNode();
        for (var component : RecordShape.of(values.getClass()).components()) {
            var value = value(component, values);
            if (value != null) {
                written.set(component.key(), json(value));
            }
        }
        return written;
    }

    private static @Nullable Object value(RecordShape.Component component, Record values) {
        try {
            return component.accessor().invoke(values);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component.key() + " of " + values, e);
        }
    }

    private static JsonNode json(Object value) {
        if (value instanceof Boolean flag) {
            return JSON.booleanNode(flag);
        }
        if (value instanceof Integer || value instanceof Long) {
            return JSON.numberNode(((Number) value).longValue());
        }
        if (value instanceof BigDecimal decimal) {
            return JSON.numberNode(decimal);
        }
        if (value instanceof Enum<?> constant) {
            return JSON.stringNode(ValueType.name(constant));
        }
        if (value instanceof List<?> list) {
            var items = JSON.arrayNode();
            list.forEach(item -> items.add(json(item)));
            return items;
        }
        if (value instanceof Map<?, ?> map) {
            var entries = JSON.objectNode();
            new TreeMap<>(map).forEach((key, item) -> entries.set((String) key, json(item)));
            return entries;
        }
        return isMapping(value) ? record((Record) value) : JSON.stringNode(value.toString());
    }

    /** Whether a record is written as a mapping, and not as one text, as {@code KubernetesVersion} is. */
    private static boolean isMapping(Object value) {
        return value instanceof Record && ValueType.of(value.getClass()) instanceof ValueType.RecordType;
    }
}
