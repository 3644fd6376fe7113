/** What a contributor is tested with: contract tests, generators, golden files. */
@NullMarked
package io.tenantry.testkit;

import org.jspecify.annotations.NullMarked;
