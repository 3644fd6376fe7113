package io.tenantry.cluster;

/**
 * An object as it is to be.
 *
 * @param tenant empty for what all tenants share
 * @param feature the section that it belongs to
 * @param body JSON, as it is applied
 */
record Wanted(ObjectKey key, String tenant, String feature, String body) {}
