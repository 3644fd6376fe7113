/** Tests of the YAML and JSON writer against three readers. */
@NullMarked
package io.tenantry.internal.yaml;

import org.jspecify.annotations.NullMarked;
