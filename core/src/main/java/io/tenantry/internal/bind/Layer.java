package io.tenantry.internal.bind;

import io.tenantry.spi.Section;
import org.jspecify.annotations.Nullable;

/**
 * What one place of an input (a tenant, a namespace entry, the profile's defaults) writes of one section.
 *
 * @param origin where the place is; null when it was given in Java
 */
public record Layer(
        Section<?> section, Written written, @Nullable Origin origin) {}
