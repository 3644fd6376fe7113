/** Who can reach whom, as a matrix of tenants' namespaces, the platform and the world outside, and what changes in it. */
@NullMarked
package io.tenantry.feature.network.matrix;

import org.jspecify.annotations.NullMarked;
