/** What goes wrong while tenants are applied, on a real API server: afterwards everything is there, once. */
@NullMarked
package io.tenantry.integration.faults;

import org.jspecify.annotations.NullMarked;
