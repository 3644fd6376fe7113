package io.tenantry.internal.bind;

import io.tenantry.internal.bind.ScalarReader.Mismatch;
import io.tenantry.internal.bind.ValueType.ListType;
import io.tenantry.internal.bind.ValueType.MapType;
import io.tenantry.internal.bind.ValueType.RecordType;
import io.tenantry.internal.bind.ValueType.ScalarType;
import io.tenantry.internal.read.MappingNode;
import io.tenantry.internal.read.Node;
import io.tenantry.internal.read.ScalarNode;
import io.tenantry.internal.read.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads nodes as values of a type; what does not fit becomes a problem and an absent value. */
final class Binder {
    private final Reports reports;

    Binder(Reports reports) {
        this.reports = reports;
    }

    /** The values of a record; {@code path} is the path of the node. A node that is no mapping writes nothing. */
    Written record(RecordShape shape, Node node, String path) {
        var values = new @Nullable Object[shape.components().size()];
        if (node instanceof MappingNode mapping) {
            for (var entry : mapping.entries()) {
                int index = shape.indexOf(entry.key().text());
                if (index < 0) {
                    reports.unknownKey(
                            entry.key(),
                            shape.keys(),
                            path + ".",
                            "it has the keys " + String.join(", ", shape.keys()));
                } else {
                    var type = shape.components().get(index).type();
                    values[index] =
                            value(type, entry.value(), path + "." + entry.key().text());
                }
            }
        } else if (!isNull(node)) {
            reports.mismatch(
                    node, path, "a mapping", "write its keys below it, indented: " + String.join(", ", shape.keys()));
        }
        return new Written(shape, values);
    }

    /** The value of a node, or null when it is null or does not fit. */
    @Nullable
    Object value(ValueType type, Node node, String path) {
        if (isNull(node)) {
            return null;
        }
        if (type instanceof ScalarType scalar) {
            return scalar(scalar.reader(), node, path);
        }
        if (type instanceof ListType list) {
            return list(list, node, path);
        }
        if (type instanceof MapType map) {
            return map(map, node, path);
        }
        var record = (RecordType) type;
        if (record.scalar() != null && node instanceof ScalarNode) {
            var whole = scalar(record.scalar(), node, path);
            return whole == null ? null : Written.of((Record) whole);
        }
        return record(record.shape(), node, path);
    }

    private @Nullable Object scalar(ScalarReader reader, Node node, String path) {
        if (!(node instanceof ScalarNode scalar)) {
            reports.mismatch(node, path, "a single value", "write one value behind the colon");
            return null;
        }
        try {
            return reader.read(scalar);
        } catch (Mismatch mismatch) {
            reports.error("VALUE_INVALID", node, path, mismatch.message(), mismatch.fix());
            return null;
        }
    }

    private @Nullable Object list(ListType type, Node node, String path) {
        if (!(node instanceof SequenceNode sequence)) {
            var item = node instanceof ScalarNode scalar ? "[" + scalar.text() + "]" : "its items with a dash each";
            reports.mismatch(node, path, "a list", "write " + item);
            return null;
        }
        var values = new ArrayList<>(sequence.items().size());
        int index = 0;
        for (var item : sequence.items()) {
            var itemPath = path + "[" + index++ + "]";
            var value = isNull(item) ? empty(item, itemPath) : value(type.element(), item, itemPath);
            if (value instanceof Written record) {
                value = complete(record, item, itemPath);
            }
            if (value != null) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    /** An item or an entry that its author wrote without a value: nothing else could fill it. */
    private @Nullable Object empty(Node node, String path) {
        reports.error("VALUE_MISSING", node, path, "is empty", "give it a value or remove it");
        return null;
    }

    private @Nullable Object complete(Written record, Node node, String path) {
        var missing = new ArrayList<List<String>>();
        record.missing(missing::add);
        missing.forEach(keys -> reports.error(
                "VALUE_MISSING",
                node,
                path + "." + String.join(".", keys),
                "is missing",
                "write it; it has no default"));
        return missing.isEmpty() ? record.toRecord() : null;
    }

    private @Nullable Object map(MapType type, Node node, String path) {
        if (!(node instanceof MappingNode mapping)) {
            reports.mismatch(node, path, "a mapping", "write a key and its value on each line below it, indented");
            return null;
        }
        var values = new TreeMap<String, Object>();
        for (var entry : mapping.entries()) {
            var itemPath = path + "." + entry.key().text();
            var value = isNull(entry.value())
                    ? empty(entry.value(), itemPath)
                    : value(type.value(), entry.value(), itemPath);
            if (value != null) {
                values.put(entry.key().text(), value);
            }
        }
        return values;
    }

    static boolean isNull(Node node) {
        return node instanceof ScalarNode scalar && scalar.isNull();
    }
}
