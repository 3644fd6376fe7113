/**
 * Who may talk to a tenant's pods, and to whom they may talk: the section {@code network}, which becomes NetworkPolicies.
 */
@NullMarked
package io.tenantry.feature.network;

import org.jspecify.annotations.NullMarked;
