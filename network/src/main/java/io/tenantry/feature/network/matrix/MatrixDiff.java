package io.tenantry.feature.network.matrix;

import java.util.List;

/**
 * What changed between two versions of a set of tenants, by what can be reached and not by how it is written.
 *
 * @param opens connections that could not be made before; their ports are those that are new, or, where only other pods
 *     or addresses are new, all that these have
 * @param closes connections that can no longer be made
 */
public record MatrixDiff(List<Edge> opens, List<Edge> closes) {
    public MatrixDiff {
        opens = List.copyOf(opens);
        closes = List.copyOf(closes);
    }
}
