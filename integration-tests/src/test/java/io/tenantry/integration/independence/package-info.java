/** Contributors that the project does not know: found in jars of their own, and named when they get in the way. */
@NullMarked
package io.tenantry.integration.independence;

import org.jspecify.annotations.NullMarked;
