package io.tenantry.testkit.attack;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All findings of a run.
 *
 * @param unattacked layers of the tenants that no attack names, by key: nothing shows that they hold
 */
public record AttackReport(List<Finding> findings, List<String> unattacked) {
    private static final String ROW = "%-24s %8s %8s %13s %9s %15s%n";

    public AttackReport {
        findings = List.copyOf(findings);
        unattacked = List.copyOf(unattacked);
    }

    /** Findings that are not as they must be. */
    public List<Finding> failures() {
        return findings.stream().filter(finding -> !finding.holds()).toList();
    }

    /** The findings of both, of the same tenants. */
    public AttackReport plus(AttackReport other) {
        return new AttackReport(
                Stream.concat(findings.stream(), other.findings.stream()).toList(), unattacked);
    }

    /** How many attacks were denied by a layer named, and how many not, by family; then the failures. */
    public String table() {
        var text = new StringBuilder(
                ROW.formatted("family", "attacks", "denied", "inconclusive", "admitted", "not applicable"));
        var all = new ArrayList<Finding>();
        families().forEach((family, ofFamily) -> {
            text.append(row(family, ofFamily));
            all.addAll(ofFamily);
        });
        text.append(row("all", all));
        var opened = findings.stream().filter(finding -> !finding.open().isEmpty());
        text.append("with layers open: %s findings%n".formatted(opened.count()));
        failures().forEach(failure -> text.append(failure).append('\n'));
        unattacked.forEach(
                layer -> text.append("no attack names ").append(layer).append('\n'));
        return text.toString();
    }

    private Map<String, List<Finding>> families() {
        var families = new TreeMap<String, List<Finding>>();
        findings.stream()
                .filter(finding -> finding.open().isEmpty())
                .forEach(finding -> families.computeIfAbsent(finding.attack().family(), family -> new ArrayList<>())
                        .add(finding));
        return families;
    }

    private static String row(String family, List<Finding> findings) {
        var count = new EnumMap<Verdict, Integer>(Verdict.class);
        findings.forEach(finding -> count.merge(finding.verdict(), 1, Integer::sum));
        return ROW.formatted(
                family,
                findings.size(),
                count.getOrDefault(Verdict.DENIED, 0),
                count.getOrDefault(Verdict.INCONCLUSIVE, 0),
                count.getOrDefault(Verdict.ADMITTED, 0),
                count.getOrDefault(Verdict.NOT_APPLICABLE, 0));
    }
}
