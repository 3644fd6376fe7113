/** What is wrong with an input, where, and what to write instead; always all of it at once. */
@NullMarked
package io.tenantry.validation;

import org.jspecify.annotations.NullMarked;
