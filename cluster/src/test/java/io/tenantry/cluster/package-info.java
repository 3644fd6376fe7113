/** What applying, comparing and deleting do to a real cluster, and how what differs is found. */
@NullMarked
package io.tenantry.cluster;

import org.jspecify.annotations.NullMarked;
