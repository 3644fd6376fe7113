/**
 * The JSON Schema of tenant files and cluster profiles, from the same records that the binder reads them into. Loaded
 * only when it is asked for: rendering needs neither this package nor the generator behind it.
 */
@NullMarked
package io.tenantry.internal.schema;

import org.jspecify.annotations.NullMarked;
