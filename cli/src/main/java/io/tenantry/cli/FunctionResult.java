package io.tenantry.cli;

import io.tenantry.cli.ResourceList.FileReference;
import io.tenantry.validation.Problem;
import io.tenantry.validation.Severity;
import io.tenantry.validation.ValidationResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Problems as a KRM function reports them. */
final class FunctionResult {
    private FunctionResult() {}

    static List<Map<String, Object>> of(ValidationResult result, Map<String, FileReference> files) {
        return result.problems().stream().map(problem -> of(problem, files)).toList();
    }

    private static Map<String, Object> of(Problem problem, Map<String, FileReference> files) {
        var result = new LinkedHashMap<String, Object>();
        result.put("message", problem.sentence() + " [" + problem.code() + "]");
        result.put(
                "severity",
                problem.severity() == Severity.NOTICE
                        ? "info"
                        : problem.severity().toString());
        if (problem.tenant() != null) {
            result.put(
                    "resourceRef",
                    Map.of("apiVersion", "tenantry.io/v1alpha1", "kind", "Tenant", "name", problem.tenant()));
        }
        if (!problem.path().isEmpty()) {
            result.put("field", Map.of("path", problem.path()));
        }
        var file =
                problem.location() == null ? null : files.get(problem.location().file());
        if (file != null) {
            result.put("file", Map.of("path", file.path(), "index", file.index()));
        }
        return result;
    }
}
