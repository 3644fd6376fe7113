package io.tenantry.internal.bind;

import io.tenantry.internal.bind.ValueType.ListType;
import io.tenantry.internal.bind.ValueType.RecordType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a config record, in the order of its components, and how to take one apart and put it together.
 *
 * <p>Made once per record type.
 */
public final class RecordShape {
    private static final Map<Class<?>, RecordShape> SHAPES = new ConcurrentHashMap<>();

    private final Class<?> type;
    private final List<Component> components;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Constructor<?> constructor;

    /** A key, the type of its value, and whether a complete record may lack it. */
    public record Component(String key, ValueType type, boolean optional, Method accessor) {}

    private RecordShape(Class<?> type) {
        this.type = type;
        var recordComponents = type.getRecordComponents();
        var found = new ArrayList<Component>(recordComponents.length);
        var types = new Class<?>[recordComponents.length];
        var known = new HashMap<Type, ValueType>();
        for (int i = 0; i < recordComponents.length; i++) {
            var component = recordComponents[i];
            types[i] = component.getType();
            found.add(component(component, known));
            indexes.put(component.getName(), i);
        }
        components = List.copyOf(found);
        constructor = canonicalConstructor(types);
    }

    /**
     * The shape of a record type.
     *
     * @throws IllegalArgumentException when the type is no record, or a component has a type that cannot be read
     */
    public static RecordShape of(Class<?> type) {
        var known = SHAPES.get(type);
        if (known != null) {
            return known;
        }
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " is not a record");
        }
        var shape = new RecordShape(type);
        SHAPES.put(type, shape);
        return shape;
    }

    public Class<?> type() {
        return type;
    }

    public List<Component> components() {
        return components;
    }

    /** The index of a key, or -1. */
    public int indexOf(String key) {
        return indexes.getOrDefault(key, -1);
    }

    /** The keys, sorted. */
    public List<String> keys() {
        return indexes.keySet().stream().sorted().toList();
    }

    /** Keys that lead into such a record, as a path does: {@code .windows[0].day}. */
    String path(List<String> keys) {
        var path = new StringBuilder();
        ValueType at = new RecordType(this, null);
        for (var key : keys) {
            path.append(at instanceof ListType ? "[" + key + "]" : "." + key);
            at = at == null ? null : at.at(key);
        }
        return path.toString();
    }

    @Nullable
    Object get(Object instance, int index) {
        try {
            return components.get(index).accessor().invoke(instance);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(
                    "cannot read " + components.get(index).key() + " of " + type.getName(), e);
        }
    }

    Object construct(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot construct " + type.getName(), e);
        }
    }

    private Constructor<?> canonicalConstructor(Class<?>[] types) {
        try {
            var found = type.getDeclaredConstructor(types);
            found.setAccessible(true);
            return found;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.getName() + " has no canonical constructor", e);
        }
    }

    private static Component component(RecordComponent component, Map<Type, ValueType> known) {
        var accessor = component.getAccessor();
        accessor.setAccessible(true);
        try {
            var valueType = known.computeIfAbsent(component.getGenericType(), ValueType::of);
            return new Component(component.getName(), valueType, isNullable(component.getAnnotatedType()), accessor);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    component.getDeclaringRecord().getName() + "." + component.getName() + " " + e.getMessage(), e);
        }
    }

    private static boolean isNullable(AnnotatedElement type) {
        return type.isAnnotationPresent(Nullable.class);
    }
}
