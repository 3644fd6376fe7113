/** What holds for the project as a whole: its architecture, its POMs, its public API. */
@NullMarked
package io.tenantry.integration.project;

import org.jspecify.annotations.NullMarked;
