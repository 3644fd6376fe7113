package io.tenantry.internal.bind;

import io.tenantry.ClusterProfile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An input whose every value has its type. What had another was reported, and counts as not written.
 *
 * @param profileOrigin the profile's {@code spec}; null without a document
 * @param profileSections the features' parts of the profile, by their type
 * @param tenants by name; those of one name by place
 * @param incomplete in the same order: tenants that lack values without a default, and so some of their sections
 */
public record BoundInput(
        ClusterProfile profile,
        @Nullable Origin profileOrigin,
        Map<Class<?>, Record> profileSections,
        List<BoundTenant> tenants,
        List<BoundTenant> incomplete) {}
