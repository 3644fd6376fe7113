/**
 * Writing Kubernetes objects as a stream of YAML documents or as one JSON list. The bytes depend on the objects
 * alone: property order is the model's, map keys are sorted, lines end in LF.
 */
@NullMarked
package io.tenantry.internal.yaml;

import org.jspecify.annotations.NullMarked;
