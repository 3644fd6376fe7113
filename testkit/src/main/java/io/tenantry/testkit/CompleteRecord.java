package io.tenantry.testkit;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The components of a record that lack a value although they must have one. */
final class CompleteRecord {
    private CompleteRecord() {}

    /** The paths of components, at any depth, that are null and not {@code @Nullable}. */
    static List<String> missing(Record record, String path) {
        var missing = new ArrayList<String>();
        for (var component : record.getClass().getRecordComponents()) {
            var inner = path + "." + component.getName();
            var value = value(record, component);
            if (value == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                missing.add(inner);
            }
            missing.addAll(inside(value, inner));
        }
        return missing;
    }

    private static List<String> inside(@Nullable Object value, String path) {
        var missing = new ArrayList<String>();
        if (value instanceof Record record) {
            missing.addAll(missing(record, path));
        } else if (value instanceof List<?> list) {
            list.forEach(item -> missing.addAll(inside(item, path + "[]")));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> missing.addAll(inside(item, path + "." + key)));
        }
        return missing;
    }

    static @Nullable Object value(Record record, RecordComponent component) {
        var accessor = component.getAccessor();
        accessor.setAccessible(true);
        try {
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
