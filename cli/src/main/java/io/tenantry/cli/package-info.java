/** The command line; the only package that prints. */
@NullMarked
package io.tenantry.cli;

import org.jspecify.annotations.NullMarked;
