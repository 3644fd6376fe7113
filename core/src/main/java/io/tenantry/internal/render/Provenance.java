package io.tenantry.internal.render;

import io.tenantry.ContributorException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Names the class and the jar that an SPI implementation came from. */
public final class Provenance {
    private Provenance() {}

    /** {@code com.example.Foo (/opt/tenantry/lib/foo-1.0.jar)}. */
    public static String of(Class<?> type) {
        return type.getName() + " (" + location(type).orElse("no code source") + ")";
    }

    /** The jar or directory of a class. */
    public static Optional<String> location(Class<?> type) {
        return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .map(Provenance::path);
    }

    /** A file as its user knows it, without what a URL escapes. */
    private static String path(URL location) {
        return location.getProtocol().equals("file")
                ? Path.of(URI.create(location.toString())).toString()
                : location.toString();
    }

    /** Calls foreign code; whatever it throws, or a null, becomes an exception that names its class and jar. */
    static <T> T call(Object foreign, String method, Supplier<@Nullable T> call) {
        T value;
        try {
            value = call.get();
        } catch (ContributorException e) {
            throw e;
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            throw new ContributorException(
                    of(foreign.getClass()) + " threw " + e + " from " + method
                            + "; this is a bug in that module: report it there, or take the module off the class path",
                    e);
        }
        if (value == null) {
            throw new ContributorException(
                    of(foreign.getClass()) + " returned null from " + method + "; return an empty value instead");
        }
        return value;
    }
}
