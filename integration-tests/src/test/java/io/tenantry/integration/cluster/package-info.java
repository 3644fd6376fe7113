/** Tenants against a real control plane. */
@NullMarked
package io.tenantry.integration.cluster;

import org.jspecify.annotations.NullMarked;
