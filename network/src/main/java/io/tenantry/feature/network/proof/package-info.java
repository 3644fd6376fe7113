/**
 * The proof that tenants cannot reach each other: what was rendered, and what the cluster has besides, held against what
 * tenants declare. Rests on {@code reachability} and on the section.
 */
@NullMarked
package io.tenantry.feature.network.proof;

import org.jspecify.annotations.NullMarked;
