/** Entry points of Tenantry, and the vocabulary that every module shares: tenants, cluster profiles, amounts, sources. */
@NullMarked
package io.tenantry;

import org.jspecify.annotations.NullMarked;
