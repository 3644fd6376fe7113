package io.tenantry.cli;

import io.tenantry.validation.Check;
import io.tenantry.validation.Problem;
import io.tenantry.validation.ValidationResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code validate -o json} prints. */
record ValidationJson(boolean valid, List<String> errors, List<Check> checks, List<ProblemJson> problems) {

    /** A problem with its location spread out; without one, file, line and column are null. */
    record ProblemJson(
            String severity,
            String code,
            String message,
            String fix,
            @Nullable String file,
            @Nullable Integer line,
            @Nullable Integer column,
            String path,
            @Nullable String tenant) {

        static ProblemJson of(Problem problem) {
            var location = problem.location();
            return new ProblemJson(
                    problem.severity().toString(),
                    problem.code(),
                    problem.message(),
                    problem.fix(),
                    location == null ? null : location.file(),
                    location == null ? null : location.line(),
                    location == null ? null : location.column(),
                    problem.path(),
                    problem.tenant());
        }
    }

    static ValidationJson of(ValidationResult result) {
        return new ValidationJson(
                result.valid(),
                result.errors().stream().map(Problem::toString).toList(),
                result.checks(),
                result.problems().stream().map(ProblemJson::of).toList());
    }
}
