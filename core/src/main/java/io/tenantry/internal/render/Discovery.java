package io.tenantry.internal.render;

import io.tenantry.ContributorException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds implementations by {@link ServiceLoader}; what cannot be made is named with the file that lists it. */
public final class Discovery {
    private Discovery() {}

    /** One instance of each implementation of a service that a class loader knows. */
    public static <S> List<S> load(Class<S> service, ClassLoader loader) {
        var found = new ArrayList<S>();
        try {
            ServiceLoader.load(service, loader).forEach(found::add);
        } catch (ServiceConfigurationError e) {
            throw new ContributorException(failure(service, loader, e), e);
        } catch (LinkageError e) {
            var next = listed(service, loader)
                    .filter(listed -> found.stream()
                            .noneMatch(made -> made.getClass().getName().equals(listed.name())))
                    .findFirst();
            throw new ContributorException(
                    next.map(Listed::toString).orElse("a " + service.getSimpleName()) + " cannot be loaded: " + e
                            + "; add the jar that has this class, or take off the class path what needs it",
                    e);
        }
        return found;
    }

    /** A class name in a file that lists implementations. */
    private record Listed(String name, URL file) {
        @Override
        public String toString() {
            return name + ", listed in " + file + ",";
        }
    }

    private static String failure(Class<?> service, ClassLoader loader, ServiceConfigurationError error) {
        var message = String.valueOf(error.getMessage());
        var file = listed(service, loader)
                .filter(listed -> Pattern.compile("(^| )" + Pattern.quote(listed.name()) + "( |$)")
                        .matcher(message)
                        .find())
                .map(listed -> ", listed in " + listed.file())
                .findFirst();
        return message + (isOfConstructor(error) ? ": " + error.getCause() : "") + file.orElse("") + "; "
                + fix(service, error);
    }

    private static String fix(Class<?> service, ServiceConfigurationError error) {
        if (isOfConstructor(error)) {
            return "its constructor must not throw";
        }
        return error.getCause() == null && String.valueOf(error.getMessage()).endsWith("not found")
                ? "add the jar that has this class, or take this one off the class path"
                : "it must be a public class with a public constructor without parameters and implement "
                        + service.getSimpleName();
    }

    /** Whether the constructor was found and called, and threw. */
    private static boolean isOfConstructor(ServiceConfigurationError error) {
        return error.getCause() != null && !(error.getCause() instanceof ReflectiveOperationException);
    }

    /** In the order in which they are loaded. */
    private static Stream<Listed> listed(Class<?> service, ClassLoader loader) {
        try {
            return Collections.list(loader.getResources("META-INF/services/" + service.getName())).stream()
                    .flatMap(file -> lines(file).map(line -> new Listed(line, file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(URL file) {
        try {
            var connection = file.openConnection();
            connection.setUseCaches(false); // a cache would keep the jar open
            try (var stream = connection.getInputStream()) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.replaceAll("#.*", "").trim())
                        .filter(line -> !line.isEmpty());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
