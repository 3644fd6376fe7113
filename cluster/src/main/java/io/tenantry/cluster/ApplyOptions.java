package io.tenantry.cluster;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * What applying may do beyond creating and updating objects of its own.
 *
 * <pre>{@code
 * ApplyOptionsBuilder.builder().adopt(true).build()
 * }</pre>
 *
 * @param adopt take over objects that exist and are not Tenantry's
 * @param forceConflicts take fields from other managers
 * @param pruneTenants remove tenants that were applied before and are not in the input
 * @param deleteNamespaces delete Namespaces of what is pruned
 */
@RecordBuilder
public record ApplyOptions(boolean adopt, boolean forceConflicts, boolean pruneTenants, boolean deleteNamespaces) {
    /** Nothing of that. */
    public static final ApplyOptions NONE = new ApplyOptions(false, false, false, false);
}
