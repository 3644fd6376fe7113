/** Broken inputs by the thousand. */
@NullMarked
package io.tenantry.integration.fuzz;

import org.jspecify.annotations.NullMarked;
