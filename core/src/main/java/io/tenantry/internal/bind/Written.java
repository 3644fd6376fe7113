package io.tenantry.internal.bind;

import io.tenantry.internal.bind.JavaValues.Incomplete;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The values that one place gives to some of a record's keys; an absent key is null.
 *
 * <p>Laid over each other key by key: records and maps merge, lists and scalars replace. Inside, a record is a {@code
 * Written} again and a map is sorted by key; a list holds finished values, or is {@link JavaValues.Incomplete}. Immutable.
 */
public final class Written {
    private final RecordShape shape;
    private final @Nullable Object[] values;

    Written(RecordShape shape, @Nullable Object[] values) {
        this.shape = shape;
        this.values = values;
    }

    /** A record given in Java; its null components are absent. */
    public static Written of(Record config) {
        var shape = RecordShape.of(config.getClass());
        var values = new @Nullable Object[shape.components().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = JavaValues.taken(shape.components().get(i).type(), shape.get(config, i));
        }
        return new Written(shape, values);
    }

    public static Written nothing(Class<?> type) {
        var shape = RecordShape.of(type);
        return new Written(shape, new Object[shape.components().size()]);
    }

    public RecordShape shape() {
        return shape;
    }

    /** Whether the value at the end of these keys is given; lists are not looked into. */
    public boolean has(List<String> keys) {
        @Nullable Object value = this;
        for (var key : keys) {
            if (value instanceof Written record) {
                int index = record.shape.indexOf(key);
                value = index < 0 ? null : record.values[index];
            } else if (value instanceof Map<?, ?> map) {
                value = map.get(key);
            }
            if (value == null) {
                return false;
            }
        }
        return true;
    }

    /** The value of one of the record's own keys, or null. */
    @Nullable
    Object get(String key) {
        return values[shape.indexOf(key)];
    }

    public boolean isEmpty() {
        return Arrays.stream(values).allMatch(value -> value == null);
    }

    /** These values, and those of {@code base} where these are absent. */
    public Written over(Written base) {
        var merged = new @Nullable Object[values.length];
        for (int i = 0; i < values.length; i++) {
            merged[i] = laid(values[i], base.values[i]);
        }
        return new Written(shape, merged);
    }

    /** These values but for those of some keys. */
    Written without(Set<String> keys) {
        var kept = values.clone();
        keys.forEach(key -> kept[shape.indexOf(key)] = null);
        return new Written(shape, kept);
    }

    /** The finished record. Ask {@link #missing} first. */
    public Object toRecord() {
        var finished = new @Nullable Object[values.length];
        for (int i = 0; i < values.length; i++) {
            finished[i] = finished(values[i]);
        }
        return shape.construct(finished);
    }

    /** Names each key, with its parents, that a finished record must have and this has not. */
    public void missing(Consumer<List<String>> report) {
        missing(List.of(), report);
    }

    /** Tells each value that is no record and no map, with its keys. */
    public void leaves(BiConsumer<List<String>, Object> leaf) {
        leaves(List.of(), this, leaf);
    }

    private static void leaves(List<String> parents, @Nullable Object value, BiConsumer<List<String>, Object> leaf) {
        if (value instanceof Written record) {
            for (int i = 0; i < record.values.length; i++) {
                leaves(with(parents, record.shape.components().get(i).key()), record.values[i], leaf);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> leaves(with(parents, (String) key), item, leaf));
        } else if (value != null) {
            leaf.accept(parents, value);
        }
    }

    void missing(List<String> parents, Consumer<List<String>> report) {
        for (int i = 0; i < values.length; i++) {
            var component = shape.components().get(i);
            if (values[i] != null || !component.optional()) {
                missing(with(parents, component.key()), values[i], report);
            }
        }
    }

    private static void missing(List<String> keys, @Nullable Object value, Consumer<List<String>> report) {
        if (value == null) {
            report.accept(keys);
        } else if (value instanceof Written record) {
            record.missing(keys, report);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> missing(with(keys, (String) key), item, report));
        } else if (value instanceof Incomplete list) {
            list.gaps().forEach(gap -> report.accept(with(keys, gap.toArray(String[]::new))));
        }
    }

    static List<String> with(List<String> parents, String... deeper) {
        var keys = new ArrayList<>(parents);
        keys.addAll(List.of(deeper));
        return keys;
    }

    private static @Nullable Object laid(@Nullable Object over, @Nullable Object base) {
        if (over == null || base == null) {
            return over == null ? base : over;
        }
        if (over instanceof Written record && base instanceof Written below) {
            return record.over(below);
        }
        if (over instanceof Map<?, ?> map && base instanceof Map<?, ?> below) {
            var merged = new TreeMap<String, @Nullable Object>();
            below.forEach((key, value) -> merged.put((String) key, value));
            map.forEach((key, value) -> merged.put((String) key, laid(value, below.get(key))));
            return merged;
        }
        return over;
    }

    private static @Nullable Object finished(@Nullable Object value) {
        if (value instanceof Written record) {
            return record.toRecord();
        }
        if (value instanceof Map<?, ?> map) {
            var finished = new TreeMap<String, @Nullable Object>();
            map.forEach((key, item) -> finished.put((String) key, finished(item)));
            return Collections.unmodifiableMap(finished);
        }
        return value;
    }
}
