package io.tenantry.cli;

import io.tenantry.feature.network.matrix.Edge;
import io.tenantry.feature.network.matrix.Matrix;
import io.tenantry.feature.network.matrix.Node;
import io.tenantry.feature.network.proof.Assumption;
import io.tenantry.feature.network.proof.Proof;
import io.tenantry.feature.network.reachability.Separation.Counterexample;
import java.util.List;

/** What {@code matrix -o json} prints, and what the page of {@code matrix -o html} draws. */
record MatrixJson(List<NodeJson> nodes, List<Edge> edges, ProofJson proof) {

    /** A node; the kind as a word, and no tenant as an empty text. */
    record NodeJson(String id, String kind, String tenant) {
        static NodeJson of(Node node) {
            return new NodeJson(node.id(), node.kind().toString(), node.tenant());
        }
    }

    /** The proof. */
    record ProofJson(boolean separated, List<AssumptionJson> assumptions, List<CounterexampleJson> counterexamples) {
        static ProofJson of(Proof proof) {
            return new ProofJson(
                    proof.separated(),
                    proof.assumptions().stream().map(AssumptionJson::of).toList(),
                    proof.counterexamples().stream().map(CounterexampleJson::of).toList());
        }
    }

    /** Something that the proof rests on. */
    record AssumptionJson(String text, String enforcedBy) {
        static AssumptionJson of(Assumption assumption) {
            return new AssumptionJson(assumption.text(), assumption.enforcedBy());
        }
    }

    /** A connection that must not be possible. */
    record CounterexampleJson(String from, String to, String connection, String opening) {
        static CounterexampleJson of(Counterexample found) {
            return new CounterexampleJson(
                    found.from(),
                    found.to(),
                    found.connection().toString(),
                    found.opening().toString());
        }
    }

    static MatrixJson of(Matrix matrix) {
        return new MatrixJson(
                matrix.nodes().stream().map(NodeJson::of).toList(), matrix.edges(), ProofJson.of(matrix.proof()));
    }
}
