package io.tenantry.cli;

import io.tenantry.feature.network.matrix.Edge;
import io.tenantry.feature.network.matrix.Matrix;
import io.tenantry.feature.network.matrix.MatrixDiff;
import io.tenantry.feature.network.matrix.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The matrix as a Mermaid flowchart: tenants as boxes, what is open as arrows. */
final class MatrixMermaid {
    private final StringBuilder text = new StringBuilder("flowchart LR\n");
    private final Map<String, String> ids = new LinkedHashMap<>();

    private MatrixMermaid() {}

    static String of(Matrix matrix) {
        var chart = new MatrixMermaid();
        chart.nodes(matrix.nodes(), matrix.edges());
        matrix.edges().forEach(edge -> chart.arrow(edge, "-->", ""));
        return chart.text.toString();
    }

    /** Thick arrows for what opens, dotted ones for what closes. */
    static String of(MatrixDiff diff) {
        var chart = new MatrixMermaid();
        diff.opens().forEach(edge -> chart.arrow(edge, "==>", "opens "));
        diff.closes().forEach(edge -> chart.arrow(edge, "-.->", "closes "));
        return chart.text.toString();
    }

    /** All tenants' namespaces, and of the others those that have an arrow. */
    private void nodes(List<Node> nodes, List<Edge> edges) {
        var tenant = "";
        for (var node : nodes) {
            if (!node.tenant().equals(tenant)) {
                text.append(tenant.isEmpty() ? "" : "  end\n");
                tenant = node.tenant();
                text.append(tenant.isEmpty() ? "" : "  subgraph tenant_" + ids.size() + "[\"" + tenant + "\"]\n");
            }
            boolean reached = edges.stream()
                    .anyMatch(edge -> edge.from().equals(node.id()) || edge.to().equals(node.id()));
            if (reached || !tenant.isEmpty()) {
                text.append(tenant.isEmpty() ? "  " : "    ")
                        .append(id(node.id()))
                        .append("[\"")
                        .append(name(node.id()))
                        .append("\"]\n");
            }
        }
        text.append(tenant.isEmpty() ? "" : "  end\n");
    }

    private void arrow(Edge edge, String arrow, String what) {
        text.append("  ")
                .append(end(edge.from()))
                .append(' ')
                .append(arrow)
                .append("|\"")
                .append(what)
                .append(edge.ports())
                .append("\"| ")
                .append(end(edge.to()))
                .append('\n');
    }

    /** The node, with its name where it is used first. */
    private String end(String node) {
        return ids.containsKey(node) ? id(node) : id(node) + "[\"" + name(node) + "\"]";
    }

    private String id(String node) {
        return ids.computeIfAbsent(node, name -> "n" + ids.size());
    }

    private static String name(String node) {
        return MatrixMarkdown.name(node);
    }
}
