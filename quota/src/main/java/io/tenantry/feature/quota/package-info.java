/**
 * What a tenant may use: the sections {@code quota} (ResourceQuota, in all and per namespace) and {@code limits}
 * (LimitRange, quality of service, replicas). All arithmetic is exact.
 */
@NullMarked
package io.tenantry.feature.quota;

import org.jspecify.annotations.NullMarked;
