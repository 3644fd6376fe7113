package io.tenantry.cli;

import io.tenantry.feature.network.matrix.Edge;
import io.tenantry.feature.network.matrix.Edge.Ground;
import io.tenantry.feature.network.matrix.Matrix;
import io.tenantry.feature.network.matrix.MatrixDiff;
import io.tenantry.feature.network.matrix.Node;
import io.tenantry.feature.network.proof.Proof;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The matrix as Markdown: a table while it is narrow enough to read, and a list of everything that is open. */
final class MatrixMarkdown {
    private static final int WIDEST_TABLE = 20;
    private static final String NOTHING = "·";

    private final StringBuilder text = new StringBuilder();

    private MatrixMarkdown() {}

    static String of(Matrix matrix) {
        var page = new MatrixMarkdown();
        page.text.append("# Who can reach whom\n\n");
        page.verdict(matrix.proof());
        if (matrix.nodes().size() <= WIDEST_TABLE) {
            page.table(matrix);
        }
        page.list(matrix.edges());
        page.assumptions(matrix.proof());
        return page.text.toString();
    }

    /** A line for each change, as in {@code opens b1 → a1 TCP 5432}. */
    static String of(MatrixDiff diff) {
        var text = new StringBuilder();
        diff.opens().forEach(edge -> text.append(line("opens", edge)));
        diff.closes().forEach(edge -> text.append(line("closes", edge)));
        return text.isEmpty() ? "nothing opens or closes\n" : text.toString();
    }

    /** A node as people read it. */
    static String name(String node) {
        return node.startsWith("@") ? node.substring(1).replace('-', ' ') : node;
    }

    private static String line(String what, Edge edge) {
        return what + " " + name(edge.from()) + " → " + name(edge.to()) + " " + edge.ports() + "\n  for example "
                + edge.example() + "\n  by " + grounds(edge.decidedBy()) + "\n";
    }

    private void verdict(Proof proof) {
        if (proof.separated()) {
            text.append("Tenants cannot reach each other but where both sides declare it.\n\n");
            return;
        }
        text.append("**Tenants can reach each other without having declared it:**\n\n");
        proof.counterexamples()
                .forEach(found -> row(
                        "-",
                        found.from() + " reaches " + found.to() + ":",
                        found.connection() + ",",
                        "by",
                        found.opening()));
        text.append('\n');
    }

    private void row(Object... words) {
        var line = new StringJoiner(" ");
        for (var word : words) {
            line.add(String.valueOf(word));
        }
        text.append(line).append('\n');
    }

    private void table(Matrix matrix) {
        Map<String, String> cells = new HashMap<>();
        matrix.edges().forEach(edge -> cells.put(edge.from() + " " + edge.to(), edge.ports()));
        var columns = matrix.nodes().stream().map(Node::id).toList();
        text.append("| from \\ to |");
        columns.forEach(to -> text.append(' ').append(name(to)).append(" |"));
        text.append("\n|---").append("|---".repeat(columns.size())).append("|\n");
        for (var from : columns) {
            if (matrix.edges().stream().anyMatch(edge -> edge.from().equals(from))) {
                text.append("| ").append(name(from)).append(" |");
                columns.forEach(to -> text.append(' ')
                        .append(cells.getOrDefault(from + " " + to, NOTHING))
                        .append(" |"));
                text.append('\n');
            }
        }
        text.append('\n');
    }

    private void list(List<Edge> edges) {
        text.append("## What is open, and why\n\n| from | to | ports | decided by |\n|---|---|---|---|\n");
        for (var edge : edges) {
            row("|", name(edge.from()), "|", name(edge.to()), "|", edge.ports(), "|", grounds(edge.decidedBy()), "|");
        }
        text.append('\n');
    }

    private void assumptions(Proof proof) {
        text.append("## What this rests on\n\n| assumption | enforced by |\n|---|---|\n");
        for (var assumption : proof.assumptions()) {
            row("|", assumption.text(), "|", assumption.enforcedBy(), "|");
        }
    }

    private static String grounds(List<Ground> grounds) {
        var text = new StringJoiner("; ");
        for (var ground : grounds) {
            var rule = ground.policy().isEmpty() ? ground.rule() : ground.policy() + " " + ground.rule();
            text.add(ground.parameter().isEmpty() ? rule : rule + " (" + ground.parameter() + ")");
        }
        return text.toString();
    }
}
