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

/** Finds implementations by {@link ServiceLoader}; what cannot be made is named with the jar that lists it. */
public final class Discovery {
    private Discovery() {}

    /** One instance of each implementation of a service that a class loader knows. */
    public static <S> List<S> load(Class<S> service, ClassLoader loader) {
        var found = new ArrayList<S>();
        try {
            ServiceLoader.load(service, loader).forEach(found::add);
        } catch (ServiceConfigurationError e) {
            throw new ContributorException(
                    e.getMessage() + ", listed in " + listing(service, loader, String.valueOf(e.getMessage()))
                            + "; it must be a public class with a public constructor without parameters",
                    e);
        }
        return found;
    }

    private static String listing(Class<?> service, ClassLoader loader, String message) {
        try {
            var name = "META-INF/services/" + service.getName();
            for (var resource : Collections.list(loader.getResources(name))) {
                if (names(resource, message)) {
                    return resource.toString();
                }
            }
            return "a META-INF/services file";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a services file lists a class that the message speaks of. */
    private static boolean names(URL resource, String message) throws IOException {
        try (var stream = resource.openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceAll("#.*", "").trim())
                    .anyMatch(line -> !line.isEmpty() && message.contains(line));
        }
    }
}
