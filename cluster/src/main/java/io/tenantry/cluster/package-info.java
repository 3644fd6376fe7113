/**
 * Tenants on a real API server: a plan of what would change, made from what is rendered, what is there and what was
 * applied before, and its execution.
 */
@NullMarked
package io.tenantry.cluster;

import org.jspecify.annotations.NullMarked;
