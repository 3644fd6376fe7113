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
import java.util.stream.Collectors;

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
            throw new ContributorException(
                    "a " + service.getSimpleName() + " cannot be loaded: " + e + "; add the jar that has this class, or"
                            + " take off the class path what needs it, one of those listed in "
                            + String.join(", ", listings(service, loader, "")),
                    e);
        }
        return found;
    }

    private static String failure(Class<?> service, ClassLoader loader, ServiceConfigurationError error) {
        var message = String.valueOf(error.getMessage());
        var listed = listings(service, loader, message).stream().limit(1).collect(Collectors.joining());
        return message + (isOfConstructor(error) ? ": " + error.getCause() : "")
                + (listed.isEmpty() ? "" : ", listed in " + listed) + "; " + fix(service, error);
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

    /** The files that list implementations of a service; those that list a class of the message if there is one. */
    private static List<String> listings(Class<?> service, ClassLoader loader, String message) {
        try {
            var listings = new ArrayList<String>();
            for (var resource : Collections.list(loader.getResources("META-INF/services/" + service.getName()))) {
                if (message.isEmpty() || names(resource, message)) {
                    listings.add(resource.toString());
                }
            }
            return listings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean names(URL resource, String message) throws IOException {
        var connection = resource.openConnection();
        connection.setUseCaches(false); // a cache would keep the jar open
        try (var stream = connection.getInputStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceAll("#.*", "").trim())
                    .anyMatch(line -> !line.isEmpty()
                            && Pattern.compile("(^| )" + Pattern.quote(line) + "( |$)")
                                    .matcher(message)
                                    .find());
        }
    }
}
