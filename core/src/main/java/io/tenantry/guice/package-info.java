/** Contributors by injection, for programs that are put together with Guice. */
@NullMarked
package io.tenantry.guice;

import org.jspecify.annotations.NullMarked;
