package io.tenantry.testkit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tenantry.Amount;
import java.lang.reflect.Executable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What may stand behind the keys of a config record, and what may not, as YAML in flow style. */
final class ConfigValues {
    private static final List<String> ODD = List.of(
            "-1",
            "0",
            "1e400",
            "banana",
            "\"\"",
            "99999999999999999999",
            "2147483647",
            "9223372036854775807",
            "~",
            "[]",
            "{}",
            "\"é\\u202e💥\"",
            "\"../x\"",
            "\"UPPER case\"",
            "\"" + "x".repeat(300) + "\"",
            "0.0000000001",
            "[\"\", \"\"]",
            "{\"\": \"\"}",
            "1Ei");

    private final Values values;

    ConfigValues(Values values) {
        this.values = values;
    }

    /** Two values of which one is a small change of the other; they tell what the parameter at the path does. */
    record Change(String path, String before, String after) {

        /** The key of the section that holds the path. */
        String key() {
            int dot = path.indexOf('.');
            return dot < 0 ? path : path.substring(0, dot);
        }
    }

    /** Values that fit the type of a key; whether the contributor takes them is another question. */
    List<String> fitting(Type type, String path) {
        return values.orElse(path, byType(type, path));
    }

    /** Values that do not fit the type of a key. */
    static List<String> misfits(Type type) {
        if (raw(type) == List.class) {
            return List.of("{a: b}", "banana");
        }
        if (raw(type) == Map.class || isMapping(raw(type))) {
            return List.of("[a]", "[{a: b}]");
        }
        boolean anyText = raw(type) == String.class || isOwnText(raw(type));
        return anyText ? List.of("[a]", "{a: b}") : List.of("[1]", "{a: b}", "no-such-value", "\"\\u0001\"");
    }

    /** Values that look odd, right behind a key and deeper down, valid or not. */
    List<String> odd(Type type, String path) {
        var odd = new ArrayList<>(ODD);
        boolean map = raw(type) == Map.class;
        boolean list = raw(type) == List.class;
        if (map || list) {
            odd(argument(type, map ? 1 : 0), path + ".*")
                    .forEach(item -> odd.add(map ? "{one: " + item + "}" : "[" + item + "]"));
        } else if (isMapping(raw(type))) {
            for (var component : raw(type).getRecordComponents()) {
                odd(component.getGenericType(), path + "." + component.getName())
                        .forEach(value -> odd.add(record(raw(type), path, component, value)));
            }
        }
        return odd;
    }

    /** The changes by which the keys of a record show what they do, those of nested records included. */
    List<Change> changes(Class<?> record, String parent) {
        var changes = new ArrayList<Change>();
        for (var component : record.getRecordComponents()) {
            var path = parent.isEmpty() ? component.getName() : parent + "." + component.getName();
            var type = component.getGenericType();
            pairs(path, fitting(type, path), changes);
            inner(type, path, changes);
        }
        return changes;
    }

    private static void pairs(String path, List<String> fitting, List<Change> changes) {
        for (var value : fitting) {
            changes.add(new Change(path, "", value));
            for (var other : fitting) {
                if (!other.equals(value)) {
                    changes.add(new Change(path, value, other));
                }
            }
        }
    }

    /** Changes of one component of the record that a key, a list or a map holds. */
    private void inner(Type type, String path, List<Change> changes) {
        boolean map = raw(type) == Map.class;
        boolean list = raw(type) == List.class;
        var element = map ? argument(type, 1) : list ? argument(type, 0) : type;
        if (!isMapping(raw(element))) {
            return;
        }
        var place = map || list ? path + ".*" : path;
        for (var changed : raw(element).getRecordComponents()) {
            var fitting = fitting(changed.getGenericType(), place + "." + changed.getName());
            for (var value : fitting.subList(1, fitting.size())) {
                var before = record(raw(element), place, changed, fitting.get(0));
                var after = record(raw(element), place, changed, value);
                changes.add(
                        map
                                ? new Change(
                                        path + ".one." + changed.getName(),
                                        "{one: " + before + "}",
                                        "{one: " + after + "}")
                                : list
                                        ? new Change(path, "[" + before + "]", "[" + after + "]")
                                        : new Change(path + "." + changed.getName(), before, after));
            }
        }
    }

    private List<String> byType(Type type, String path) {
        var raw = raw(type);
        if (raw == List.class) {
            var items = fitting(argument(type, 0), path + ".*");
            return items.size() < 2
                    ? List.of("[" + items.get(0) + "]")
                    : List.of("[" + items.get(0) + "]", "[" + items.get(0) + ", " + items.get(1) + "]", "[]");
        }
        if (raw == Map.class) {
            var items = fitting(argument(type, 1), path + ".*");
            return items.stream().map(item -> "{one: " + item + "}").toList();
        }
        if (raw.isEnum()) {
            return constants(raw);
        }
        if (isMapping(raw)) {
            var first = raw.getRecordComponents()[0];
            return fitting(first.getGenericType(), path + "." + first.getName()).stream()
                    .map(value -> record(raw, path, first, value))
                    .toList();
        }
        return scalars(raw);
    }

    /** A record with every component given, one of them with this value. */
    private String record(Class<?> type, String path, RecordComponent special, String value) {
        var entries = new ArrayList<String>();
        for (var component : type.getRecordComponents()) {
            var fitting = fitting(component.getGenericType(), path + "." + component.getName());
            entries.add(component.getName() + ": "
                    + (component.getName().equals(special.getName()) ? value : fitting.get(0)));
        }
        return "{" + String.join(", ", entries) + "}";
    }

    private static List<String> scalars(Class<?> type) {
        if (type == Boolean.class || type == boolean.class) {
            return List.of("true", "false");
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return List.of("1", "2", "7", "100", "0");
        }
        if (type == BigDecimal.class) {
            return List.of("0.5", "0.8", "1", "250");
        }
        if (type == Amount.class) {
            return List.of("\"1\"", "\"2\"", "\"500m\"", "\"16\"", "\"1Gi\"", "\"64Gi\"", "\"256Mi\"");
        }
        return List.of("alpha", "beta", "\"example.com/gamma\"");
    }

    private static List<String> constants(Class<?> type) {
        var names = new ArrayList<String>();
        for (var constant : type.getEnumConstants()) {
            names.add(name((Enum<?>) constant));
        }
        return names;
    }

    private static String name(Enum<?> constant) {
        try {
            var written = constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
            return written != null ? written.value() : constant.name().toLowerCase(Locale.ROOT);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("an enum without its constant " + constant, e);
        }
    }

    private static boolean isMapping(Class<?> type) {
        return type.isRecord() && !isOwnText(type);
    }

    /** Whether a type says itself which texts it takes, as {@link io.tenantry.spi.AddOn} does. */
    private static boolean isOwnText(Class<?> type) {
        return type != Amount.class
                && Stream.<Executable>concat(Stream.of(type.getMethods()), Stream.of(type.getConstructors()))
                        .anyMatch(creator -> creator.isAnnotationPresent(JsonCreator.class));
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
