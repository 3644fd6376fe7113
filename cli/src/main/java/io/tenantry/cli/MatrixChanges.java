package io.tenantry.cli;

import io.tenantry.cli.MatrixJson.NodeJson;
import io.tenantry.cli.MatrixJson.ProofJson;
import io.tenantry.feature.network.matrix.Edge;
import io.tenantry.feature.network.matrix.Matrix;
import io.tenantry.feature.network.matrix.MatrixDiff;
import io.tenantry.feature.network.matrix.Node;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the page of {@code matrix --diff -o html} draws: the nodes of both versions, and the proof of the newer. */
record MatrixChanges(List<NodeJson> nodes, List<Edge> opens, List<Edge> closes, ProofJson proof) {

    static MatrixChanges of(MatrixDiff diff, Matrix matrix, Matrix old) {
        var nodes = Stream.concat(matrix.nodes().stream(), old.nodes().stream())
                .distinct()
                .sorted(Comparator.comparing(Node::kind).thenComparing(Node::tenant))
                .map(NodeJson::of)
                .toList();
        return new MatrixChanges(nodes, diff.opens(), diff.closes(), ProofJson.of(matrix.proof()));
    }
}
