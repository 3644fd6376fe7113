package io.tenantry.spi;

import io.tenantry.manifest.Rendered;

/**
 * A judgement over everything that was rendered, such as "no two tenants can reach each other".
 *
 * <p>Found by {@link java.util.ServiceLoader} on a line of its own; runs after assembly and before anything is written.
 */
public interface RenderCheck {

    /** The check as {@code validate} lists it, for example {@code tenant-separation}. */
    String name();

    void check(Rendered rendered, Problems problems);
}
