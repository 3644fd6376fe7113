package io.tenantry.feature.network.matrix;

import java.util.List;

/**
 * What is open from one node to another.
 *
 * @param ports compact text: {@code TCP 80,443 UDP 53}, or {@code all}
 * @param example the least connection that is let through; names labels where only pods with some are meant
 * @param decidedBy the rules that let out and those that let in
 */
public record Edge(String from, String to, String ports, String example, List<Ground> decidedBy) {
    public Edge {
        decidedBy = List.copyOf(decidedBy);
    }

    /**
     * Why something is open at one end.
     *
     * @param policy {@code namespace/name}; empty where no policy selects the pods
     * @param rule such as {@code ingress[0].from[1]}
     * @param parameter where it comes from, such as {@code network.allowFromNamespaces}; empty for a policy that was not
     *     rendered
     */
    public record Ground(String policy, String rule, String parameter) {}
}
