/** A contributor that keeps the contract, to be broken in one way at a time. */
@NullMarked
package io.tenantry.testkit.ceiling;

import org.jspecify.annotations.NullMarked;
