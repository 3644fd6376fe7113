/** Tests of the attack runner, with attacks that are wrong. */
@NullMarked
package io.tenantry.testkit.attack;

import org.jspecify.annotations.NullMarked;
