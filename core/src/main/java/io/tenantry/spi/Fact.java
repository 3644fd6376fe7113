package io.tenantry.spi;

/**
 * Something that one feature knows of a tenant and others may build on, without knowing the feature.
 *
 * <pre>{@code
 * tenant.fact(Facts.GUARDED).isPresent()   // tenants cannot change what the platform owns
 * }</pre>
 *
 * <p>At most one contributor publishes a fact; two are an error that names both.
 *
 * @param name unique among all modules; prefix it with the module's own name outside Tenantry
 * @param type an immutable type
 */
public record Fact<T>(String name, Class<T> type) {}
