package io.tenantry.validation;

import java.util.List;

/**
 * Everything that was found in an input, in the order of files, lines and columns.
 *
 * @param problems of every severity
 * @param checks one per tenant and section, and one per render check
 */
public record ValidationResult(List<Problem> problems, List<Check> checks) {
    public ValidationResult {
        problems = List.copyOf(problems);
        checks = List.copyOf(checks);
    }

    /** Whether the input can be rendered: no problem is an error. */
    public boolean valid() {
        return problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
    }

    public List<Problem> errors() {
        return problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
    }
}
