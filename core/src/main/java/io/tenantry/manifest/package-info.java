/** Rendered objects with their provenance, the order in which they are applied, and how they are written out. */
@NullMarked
package io.tenantry.manifest;

import org.jspecify.annotations.NullMarked;
