package io.tenantry.spi;

import java.util.Optional;

/**
 * A namespace of a tenant as one contributor sees it.
 *
 * @param <C> the config of the contributor's section
 */
public interface NamespaceView<C> {

    String name();

    /** The tenant's section with this namespace's own keys over it. */
    C config();

    /** Whether the entry of this namespace itself gives this key of the section a value. */
    boolean isWritten(String key);

    /**
     * Another section of the same module for this namespace; empty when its contributor is not there.
     *
     * @throws IllegalArgumentException when the section belongs to another module
     */
    <T> Optional<T> config(Section<T> section);
}
