package io.tenantry.spi;

/**
 * A namespace of a tenant as one contributor sees it.
 *
 * @param <C> the config of the contributor's section
 */
public interface NamespaceView<C> {

    String name();

    /** The tenant's section with this namespace's own keys over it. */
    C config();

    /** Whether the entry of this namespace itself gives this key of the section, or the one deeper down, a value. */
    boolean isWritten(String... keys);
}
