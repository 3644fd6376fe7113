/**
 * From positioned nodes to config records: what each place of an input writes, how the places are laid over each other,
 * and where a value came from. Knows records and nodes, no Kubernetes object.
 */
@NullMarked
package io.tenantry.internal.bind;

import org.jspecify.annotations.NullMarked;
