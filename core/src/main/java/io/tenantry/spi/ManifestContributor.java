package io.tenantry.spi;

import java.util.List;

/**
 * One section of a tenant file, and the objects that make it true.
 *
 * <pre>{@code
 * public final class PodCeilingContributor implements ManifestContributor<PodCeiling> {
 *     public Section<PodCeiling> section() {
 *         return Section.named("podCeiling", PodCeiling.class, level -> new PodCeiling(level == STRICT ? 50 : 500));
 *     }
 *
 *     public Manifests contribute(TenantView<PodCeiling> tenant) {
 *         var out = Manifests.builder();
 *         for (var namespace : tenant.namespaces()) {
 *             out.add(quota(namespace)).makesTrue(Enforcement.QUOTA, "pods");
 *         }
 *         return out.build();
 *     }
 * }
 * }</pre>
 *
 * <p>Implementations are pure functions with a public constructor without parameters: no clock, randomness,
 * environment, default locale or hash order reaches what they return, and they keep no state. With many tenants, several
 * threads call them at once, for different tenants. They are found by {@link java.util.ServiceLoader}, need no order
 * among each other, and know other features only by {@link Fact}. The contract test of {@code tenantry-testkit} checks
 * all of this.
 *
 * @param <C> the section's config, a record
 */
public interface ManifestContributor<C> {

    /** The section that this contributor owns. The same value on every call. */
    Section<C> section();

    /** Publishes what other features may know of this tenant, from its config alone: facts cannot be read here. */
    default void publish(TenantView<C> tenant, Facts.Builder facts) {}

    /** Reports everything that is wrong with the tenant's config, never the first problem only. */
    default void validate(TenantView<C> tenant, Problems problems) {}

    /** The objects of one tenant. Called for valid tenants only, possibly more than once. */
    Manifests contribute(TenantView<C> tenant);

    /** What this contributor's controls must stop, as data for {@code tenantry prove} and the tests. */
    default List<Attack> attacks(TenantView<C> tenant) {
        return List.of();
    }
}
