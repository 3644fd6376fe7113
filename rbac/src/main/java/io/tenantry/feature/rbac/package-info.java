/**
 * Who may do what in a tenant's namespaces: the section {@code rbac}. Roles are translated to what the API server
 * understands and to what no tenant can use to break out; everything else is left out and said.
 */
@NullMarked
package io.tenantry.feature.rbac;

import org.jspecify.annotations.NullMarked;
