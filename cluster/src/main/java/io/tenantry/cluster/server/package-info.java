/** A connection to an API server: who one is there, what it serves, and requests that are sent until they are answered. */
@NullMarked
package io.tenantry.cluster.server;

import org.jspecify.annotations.NullMarked;
