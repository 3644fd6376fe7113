/** A tenant's own administrator, who tries to get out. */
@NullMarked
package io.tenantry.integration.escape;

import org.jspecify.annotations.NullMarked;
