package io.tenantry.internal.bind;

import io.tenantry.spi.Section;
import org.jspecify.annotations.Nullable;

/**
 * What one place of an input (a tenant, a namespace entry, the profile's defaults) writes of one section.
 *
 * @param path of the place: {@code spec}, {@code spec.namespaces[acme-dev]} or {@code spec.tenantDefaults}
 * @param origin where the place is; null when it was given in Java
 */
public record Layer(
        Section<?> section,
        Written written,
        String path,
        @Nullable Origin origin) {

    static Layer read(Section<?> section, Written written, Origin origin) {
        return new Layer(section, written, origin.path(), origin);
    }

    /** Nothing of the section, at a place where it could be written. */
    static Layer empty(Section<?> section, String path, @Nullable Origin origin) {
        return new Layer(section, Written.nothing(section.type()), path, origin);
    }

    /** This layer over another of the same place. */
    Layer over(Layer below) {
        return new Layer(section, written.over(below.written), path, origin);
    }
}
