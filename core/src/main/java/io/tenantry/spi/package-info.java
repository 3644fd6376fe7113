/**
 * What a module implements to turn one section of a tenant file into Kubernetes objects. Begin with {@link
 * io.tenantry.spi.ManifestContributor}; everything else is handed to it or returned by it.
 */
@NullMarked
package io.tenantry.spi;

import org.jspecify.annotations.NullMarked;
