/** A look at core's count of the steps that reading takes, which is nobody's API. */
@NullMarked
package io.tenantry.internal.read;

import org.jspecify.annotations.NullMarked;
