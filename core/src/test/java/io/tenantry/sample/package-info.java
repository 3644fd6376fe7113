/** A small contributor that uses every part of the SPI, for tests of the way through core. */
@NullMarked
package io.tenantry.sample;

import org.jspecify.annotations.NullMarked;
