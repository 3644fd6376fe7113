/**
 * The way in: {@link io.tenantry.Tenantry} turns an {@link io.tenantry.Input} of tenant files or Java-built tenants into
 * checked manifests. The types here say who a tenant is and what its cluster looks like; what a tenant may use and reach
 * belongs to the feature modules.
 */
@NullMarked
package io.tenantry;

import org.jspecify.annotations.NullMarked;
