/** Work on many tenants by several threads, with the outcome of one. */
@NullMarked
package io.tenantry.internal.threads;

import org.jspecify.annotations.NullMarked;
