/** Attacks of contributors, run against a real control plane: what must be denied, by whom, and what not. */
@NullMarked
package io.tenantry.testkit.attack;

import org.jspecify.annotations.NullMarked;
