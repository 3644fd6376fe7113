/** JMH benchmarks, run by hand. */
@NullMarked
package io.tenantry.benchmarks;

import org.jspecify.annotations.NullMarked;
