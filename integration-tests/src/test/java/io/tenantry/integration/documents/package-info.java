/** What users read and copy (examples, documentation, the JSON Schema) against what the code does. */
@NullMarked
package io.tenantry.integration.documents;

import org.jspecify.annotations.NullMarked;
