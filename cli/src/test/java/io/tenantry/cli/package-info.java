/** The commands as a user sees them: arguments in, text and exit code out. */
@NullMarked
package io.tenantry.cli;

import org.jspecify.annotations.NullMarked;
