/** Quotas and limits on a real API server. */
@NullMarked
package io.tenantry.integration.quota;

import org.jspecify.annotations.NullMarked;
