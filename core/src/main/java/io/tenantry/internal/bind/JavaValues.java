package io.tenantry.internal.bind;

import io.tenantry.internal.bind.ValueType.ListType;
import io.tenantry.internal.bind.ValueType.MapType;
import io.tenantry.internal.bind.ValueType.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Values of records that were given in Java, taken apart into what {@link Written} holds. */
final class JavaValues {

    /** A list in which something is null that nothing laid under it could fill, named by index and keys. */
    record Incomplete(List<List<String>> gaps) {}

    private JavaValues() {}

    static @Nullable Object taken(ValueType type, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (type instanceof ListType) {
            var gaps = new ArrayList<List<String>>();
            gaps(type, value, List.of(), gaps::add);
            return gaps.isEmpty() ? List.copyOf((List<?>) value) : new Incomplete(gaps);
        }
        if (type instanceof MapType map) {
            var taken = new TreeMap<String, @Nullable Object>();
            ((Map<?, ?>) value).forEach((key, item) -> taken.put((String) key, taken(map.value(), item)));
            return taken;
        }
        return type instanceof RecordType ? Written.of((Record) value) : value;
    }

    private static void gaps(ValueType type, @Nullable Object value, List<String> keys, Consumer<List<String>> report) {
        if (value == null) {
            report.accept(keys);
        } else if (type instanceof ListType list) {
            int index = 0;
            for (var item : (List<?>) value) {
                gaps(list.element(), item, Written.with(keys, Integer.toString(index++)), report);
            }
        } else if (type instanceof MapType map) {
            ((Map<?, ?>) value)
                    .forEach((key, item) -> gaps(map.value(), item, Written.with(keys, (String) key), report));
        } else if (type instanceof RecordType) {
            Written.of((Record) value).missing(keys, report);
        }
    }
}
