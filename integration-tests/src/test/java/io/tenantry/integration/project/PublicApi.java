package io.tenantry.integration.project;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.TypeVariable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The signatures that a module's users can see, one line each, sorted: what a change of them would break. */
final class PublicApi {
    private PublicApi() {}

    /** The lines of all public types in a directory of classes, internals left out. */
    static String of(Path classes) throws IOException {
        try (var files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".class") && !file.contains("/internal/") && !file.contains("-info"))
                    .map(file -> load(file.replace(".class", "").replace('/', '.')))
                    .filter(PublicApi::isVisible)
                    .flatMap(PublicApi::lines)
                    .map(PublicApi::shorten)
                    .sorted()
                    .map(line -> line + "\n")
                    .collect(joining());
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicApi.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("not on the class path of these tests: " + name, e);
        }
    }

    private static boolean isVisible(Class<?> type) {
        var enclosing = type.getEnclosingClass();
        return isVisible(type.getModifiers())
                && !type.isAnonymousClass()
                && (enclosing == null || isVisible(enclosing));
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static Stream<String> lines(Class<?> type) {
        var members = Stream.of(
                        Arrays.stream(type.getDeclaredConstructors())
                                .filter(PublicApi::isApi)
                                .map(PublicApi::line),
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(PublicApi::isApi)
                                .map(PublicApi::line),
                        Arrays.stream(type.getDeclaredFields())
                                .filter(field -> isVisible(field.getModifiers()))
                                .map(PublicApi::line))
                .flatMap(lines -> lines)
                .map(line -> type.getCanonicalName() + "." + line);
        return Stream.concat(Stream.of(type.getCanonicalName() + declaration(type)), members);
    }

    private static boolean isApi(Executable member) {
        return isVisible(member.getModifiers()) && !member.isSynthetic();
    }

    private static String declaration(Class<?> type) {
        return " : " + kind(type) + parameters(type.getTypeParameters()) + extended(type)
                + list(" implements ", type.getAnnotatedInterfaces());
    }

    private static String kind(Class<?> type) {
        var prefix = type.isSealed() ? "sealed " : "";
        if (type.isInterface()) {
            return prefix + (type.isAnnotation() ? "annotation" : "interface");
        }
        if (type.isEnum() || type.isRecord()) {
            return type.isEnum() ? "enum" : "record";
        }
        return prefix + modifiers(type.getModifiers()) + "class";
    }

    private static String extended(Class<?> type) {
        var superclass = type.getAnnotatedSuperclass();
        var implied = superclass == null || superclass.getType() == Object.class || type.isEnum() || type.isRecord();
        return implied ? "" : " extends " + superclass;
    }

    private static String line(Constructor<?> constructor) {
        return "new" + arguments(constructor);
    }

    private static String line(Method method) {
        var isDefault = method.isDefault() ? "default " : "";
        return method.getName() + arguments(method) + ": " + isDefault + modifiers(method.getModifiers())
                + parameters(method.getTypeParameters()) + method.getAnnotatedReturnType()
                + list(" throws ", method.getAnnotatedExceptionTypes());
    }

    private static String line(Field field) {
        return field.getName() + ": " + modifiers(field.getModifiers()) + field.getAnnotatedType();
    }

    private static String arguments(Executable executable) {
        return Arrays.stream(executable.getAnnotatedParameterTypes())
                .map(AnnotatedType::toString)
                .collect(joining(", ", "(", ")"));
    }

    private static String parameters(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables)
                        .map(variable -> variable.getName() + bounds(variable))
                        .collect(joining(", ", "<", ">"));
    }

    private static String bounds(TypeVariable<?> variable) {
        var bounds = Arrays.stream(variable.getAnnotatedBounds())
                .map(AnnotatedType::toString)
                .toList();
        return bounds.equals(List.of("java.lang.Object")) ? "" : " extends " + String.join(" & ", bounds);
    }

    private static String list(String keyword, AnnotatedType[] types) {
        return types.length == 0
                ? ""
                : Arrays.stream(types).map(AnnotatedType::toString).collect(joining(", ", keyword, ""));
    }

    /** What a user must know: not that a method is synchronized. */
    private static String modifiers(int modifiers) {
        var shown = modifiers & (Modifier.PROTECTED | Modifier.STATIC | Modifier.FINAL | Modifier.ABSTRACT);
        return shown == 0 ? "" : Modifier.toString(shown) + " ";
    }

    private static String shorten(String line) {
        return line.replaceAll("\\b(java\\.lang|java\\.util|org\\.jspecify\\.annotations)\\.(?=[A-Z])", "")
                .replace("@Nullable()", "@Nullable");
    }
}
