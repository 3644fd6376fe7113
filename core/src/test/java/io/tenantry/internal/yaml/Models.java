package io.tenantry.internal.yaml;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.Quantity;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All classes of fabric8's models on the class path, and instances of them. */
final class Models {
    private static final int DEEPEST = 3;

    private final Random random;
    private final boolean full;

    private Models(Random random, boolean full) {
        this.random = random;
        this.full = full;
    }

    static List<Class<?>> types() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> new File(entry).getName().startsWith("kubernetes-model-"))
                .flatMap(Models::classes)
                .filter(Models::isModel)
                .toList();
    }

    private static Stream<Class<?>> classes(String jar) {
        try (var file = new JarFile(jar)) {
            return file.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith("io/fabric8/kubernetes/api/model/") && name.endsWith(".class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .<Class<?>>map(Models::load)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Models.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isModel(Class<?> type) {
        return KubernetesResource.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
    }

    /** An instance of a model class with something in all of its fields, or else in about half of them. */
    static Object next(Class<?> type, Random random, boolean full) {
        return new Models(random, full).model(type, 0);
    }

    private Object model(Class<?> type, int depth) {
        try {
            var model = type.getDeclaredConstructor().newInstance();
            for (var field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) || (!full && random.nextBoolean())) {
                    continue;
                }
                field.setAccessible(true);
                field.set(model, value(field.getGenericType(), depth + 1));
            }
            return model;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private @Nullable Object value(Type type, int depth) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class ? list(arguments[0], depth) : map(arguments[1], depth);
        }
        return type instanceof Class<?> plain ? plainValue(plain, depth) : null;
    }

    private @Nullable Object plainValue(Class<?> raw, int depth) {
        if (raw == Quantity.class) {
            return new Quantity("64", random.nextBoolean() ? "Gi" : null);
        }
        if (raw == IntOrString.class) {
            return random.nextBoolean() ? new IntOrString(80) : new IntOrString("25%");
        }
        if (raw == ZonedDateTime.class) {
            return ZonedDateTime.of(2024, 2, 29, 12, 30, 0, 123_000, ZoneOffset.UTC);
        }
        if (isModel(raw)) {
            return depth < DEEPEST ? model(raw, depth) : null;
        }
        return scalar(raw);
    }

    private @Nullable Object scalar(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String", "Object" -> random.nextBoolean() ? "" : "text";
            case "Boolean", "boolean" -> random.nextBoolean();
            case "Integer", "int" -> random.nextInt(3);
            case "Long", "long" -> (long) random.nextInt(3);
            case "Double" -> random.nextInt(3) / 2.0;
            default -> null;
        };
    }

    private List<@Nullable Object> list(Type element, int depth) {
        var list = new ArrayList<@Nullable Object>();
        for (int i = random.nextInt(3); i > 0; i--) {
            list.add(value(element, depth));
        }
        return list;
    }

    private Map<String, @Nullable Object> map(Type value, int depth) {
        var map = new HashMap<String, @Nullable Object>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put(random.nextInt(3) == 0 ? "metadata" : "key-" + random.nextInt(10), value(value, depth));
        }
        return map;
    }
}
