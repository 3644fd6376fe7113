/** What ordinary teams and the cluster's own machinery do, which no control may stand in the way of. */
@NullMarked
package io.tenantry.integration.teams;

import org.jspecify.annotations.NullMarked;
