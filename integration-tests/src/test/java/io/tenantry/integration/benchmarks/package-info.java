/** The Kubernetes Multi-Tenancy Benchmarks on whole tenants. */
@NullMarked
package io.tenantry.integration.benchmarks;

import org.jspecify.annotations.NullMarked;
