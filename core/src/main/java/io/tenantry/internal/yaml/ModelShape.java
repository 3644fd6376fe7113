package io.tenantry.internal.yaml;

import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a class that fabric8's generator made, without a look at its annotations, for the first look at them
 * costs as much time as everything else that a short run does.
 *
 * <p>The generator's rules: each field is a property of the same name, after an underscore if that is a keyword of Java; {@code apiVersion}, {@code kind} and {@code
 * metadata} come first, the others by name; null, an empty list and an empty map are left out; what is in {@code
 * additionalProperties} takes the place of a property of that name. A class that does not keep them, or is of another
 * version of fabric8 than the one that a test holds against the annotations, has no shape.
 */
final class ModelShape {

    private static final String MODELS = "io.fabric8.kubernetes.api.model";
    private static final String VERSION = "8.0";
    private static final String ADDITIONAL = "additionalProperties";
    private static final Set<Class<?>> TYPES =
            Set.of(String.class, Boolean.class, Integer.class, Long.class, List.class, Map.class);
    private static final List<String> LEADING = List.of("metadata", "kind", "apiVersion");

    /** Classes with properties that are not named like their fields, or with a serializer of their own. */
    private static final Set<String> IRREGULAR = Set.of(
            "AuthInfo",
            "Cluster",
            "Config",
            "CustomResourceColumnDefinition",
            "DaemonEndpoint",
            "JSONSchemaPropsOrArray",
            "JSONSchemaPropsOrBool",
            "JSONSchemaPropsOrStringArray",
            "MicroTime");

    private static final ClassValue<@Nullable ModelShape> SHAPES = new ClassValue<>() {
        @Override
        protected @Nullable ModelShape computeValue(Class<?> type) {
            return isGenerated(type) ? ofFields(type) : null;
        }
    };

    private final Property[] properties;
    private final Field additional;

    private ModelShape(Property[] properties, Field additional) {
        this.properties = properties;
        this.additional = additional;
    }

    /** A property and where its value is. */
    record Property(String name, Field field) implements Comparable<Property> {

        @Nullable
        Object of(Object model) {
            return valueOf(field, model);
        }

        @Override
        public int compareTo(Property other) {
            int leading = Integer.compare(LEADING.indexOf(other.name), LEADING.indexOf(name));
            return leading != 0 ? leading : name.compareTo(other.name);
        }
    }

    /** The shape of a class, or null if it does not keep the rules. */
    static @Nullable ModelShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    /** In the order in which they are written. */
    Property[] properties() {
        return properties;
    }

    Map<?, ?> additional(Object model) {
        return valueOf(additional, model) instanceof Map<?, ?> map ? map : Collections.emptyMap();
    }

    private static boolean isGenerated(Class<?> type) {
        return type.getName().startsWith(MODELS)
                && type.getSuperclass() == Object.class
                && KubernetesResource.class.isAssignableFrom(type)
                && VERSION.equals(type.getPackage().getSpecificationVersion())
                && !IRREGULAR.contains(type.getSimpleName());
    }

    private static @Nullable ModelShape ofFields(Class<?> type) {
        var properties = new ArrayList<Property>();
        Field additional = null;
        for (var field : type.getDeclaredFields()) {
            if (!field.trySetAccessible()) {
                return null;
            }
            if (field.getName().equals(ADDITIONAL)) {
                additional = field;
            } else if (TYPES.contains(field.getType())
                    || field.getType().getName().startsWith(MODELS)) {
                properties.add(new Property(name(field), field));
            } else {
                return null;
            }
        }
        if (additional == null || additional.getType() != Map.class) {
            return null;
        }
        var sorted = properties.toArray(new Property[0]);
        Arrays.sort(sorted);
        return new ModelShape(sorted, additional);
    }

    /** Without the underscore of a field that would otherwise be named like a keyword of Java. */
    private static String name(Field field) {
        var name = field.getName();
        return name.startsWith("_") ? name.substring(1) : name;
    }

    private static @Nullable Object valueOf(Field field, Object model) {
        try {
            return field.get(model);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot read " + field, e);
        }
    }
}
