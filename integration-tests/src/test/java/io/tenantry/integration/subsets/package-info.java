/** What holds when only some modules are there, or when policies do not deny. */
@NullMarked
package io.tenantry.integration.subsets;

import org.jspecify.annotations.NullMarked;
