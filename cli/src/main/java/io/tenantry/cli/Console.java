package io.tenantry.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Where a run reads and prints.
 *
 * @param out results only; a failure to write is an exception, never silence
 * @param err everything else
 * @param colour whether what goes to {@code err} may be coloured
 * @param interactive whether somebody reads {@code err} and answers through {@code in}
 */
record Console(InputStream in, OutputStream out, PrintStream err, boolean colour, boolean interactive) {}
