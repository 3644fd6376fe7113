package io.tenantry.internal.bind;

import io.tenantry.ClusterProfile;
import java.util.List;
import java.util.Map;

/**
 * An input whose every value has its type.
 *
 * @param profileSections the features' parts of the profile, by their type
 * @param tenants by name; those with problems of their own are left out
 */
public record BoundInput(ClusterProfile profile, Map<Class<?>, Record> profileSections, List<BoundTenant> tenants) {}
