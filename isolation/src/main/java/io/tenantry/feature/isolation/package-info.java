/**
 * What keeps a tenant's own administrator inside: the section {@code isolation}, as Pod Security labels, shared admission
 * policies that guard what the platform owns, and files for the cluster's own machinery.
 */
@NullMarked
package io.tenantry.feature.isolation;

import org.jspecify.annotations.NullMarked;
