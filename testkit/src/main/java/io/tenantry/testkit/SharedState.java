package io.tenantry.testkit;

import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Mutable parts that two objects have in common, so that a change of one is a change of the other. */
final class SharedState {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> shared = new TreeSet<>();

    private SharedState() {}

    /** What both have in common, by type; none when they can be changed apart from each other. */
    static Set<String> of(Object one, Object other) {
        var first = new SharedState();
        first.walk(one);
        var second = new SharedState();
        second.walk(other);
        second.seen.retainAll(first.seen);
        second.seen.forEach(part -> second.shared.add(part.getClass().getSimpleName()));
        return second.shared;
    }

    private void walk(Object part) {
        if (part instanceof Map<?, ?> map) {
            if (isMutable(map) && !seen.add(map)) {
                return;
            }
            map.values().forEach(this::walkInto);
        } else if (part instanceof Collection<?> collection) {
            if (isMutable(collection) && !seen.add(collection)) {
                return;
            }
            collection.forEach(this::walkInto);
        } else if (part instanceof KubernetesResource && seen.add(part)) {
            for (Class<?> type = part.getClass(); type != Object.class; type = type.getSuperclass()) {
                for (var field : type.getDeclaredFields()) {
                    value(field, part).ifPresent(this::walk);
                }
            }
        }
    }

    private void walkInto(Object part) {
        if (part != null) {
            walk(part);
        }
    }

    private static Optional<Object> value(Field field, Object of) {
        if (Modifier.isStatic(field.getModifiers())) {
            return Optional.empty();
        }
        try {
            field.setAccessible(true);
            return Optional.ofNullable(field.get(of));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot read " + field, e);
        }
    }

    /** Whether it could be changed; what Java itself makes unchangeable may be shared. */
    private static boolean isMutable(Object container) {
        var name = container.getClass().getName();
        return !name.startsWith("java.util.ImmutableCollections$") && !name.startsWith("java.util.Collections$");
    }
}
