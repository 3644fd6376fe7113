/**
 * What NetworkPolicies let pods reach: an evaluator for single connections, and a proof over all connections that could
 * be. Knows Kubernetes and nothing of tenant files.
 */
@NullMarked
package io.tenantry.feature.network.reachability;

import org.jspecify.annotations.NullMarked;
