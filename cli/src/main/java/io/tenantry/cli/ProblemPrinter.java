package io.tenantry.cli;

import io.tenantry.validation.Location;
import io.tenantry.validation.Problem;
import io.tenantry.validation.Severity;
import io.tenantry.validation.ValidationResult;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Problems as people read them:
 *
 * <pre>
 * acme.yaml:12:15: error: spec.quota.podQuota is -3 but must be 0 or more [QUOTA_NEGATIVE]
 *    12 |     podQuota: -3
 *       |               ^
 *   fix: remove it for no limit
 * </pre>
 */
final class ProblemPrinter {
    private final PrintStream err;
    private final Ink ink;

    ProblemPrinter(Console console) {
        this.err = console.err();
        this.ink = new Ink(console.colour());
    }

    /** Prints everything, and the counts; what needs no action only once, however many tenants it is said of. */
    void print(ValidationResult result) {
        var notices = withSeverity(result.problems(), Severity.NOTICE).stream()
                .collect(Collectors.groupingBy(ProblemPrinter::text, Collectors.counting()));
        for (var problem : result.problems()) {
            if (problem.severity() == Severity.NOTICE) {
                printOnce(problem, notices.remove(text(problem)));
            } else {
                print(problem);
            }
        }
        err.println(summary(result));
    }

    /** Prints one for all that are alike; nothing when that was done. */
    private void printOnce(Problem notice, @Nullable Long alike) {
        if (alike == null) {
            return;
        }
        print(notice);
        if (alike > 1) {
            err.println("  and " + (alike - 1) + " more of this, which validate -o json lists");
        }
    }

    /** Prints what a user should act on, although it does not stand in the way; nothing when there is nothing. */
    void printWarnings(ValidationResult result) {
        var warnings = withSeverity(result.problems(), Severity.WARNING);
        warnings.forEach(this::print);
        if (!warnings.isEmpty()) {
            err.println(count(warnings.size(), "warning"));
        }
    }

    /** Prints problems that are not of an input's content, and their count. */
    void print(List<Problem> problems) {
        problems.forEach(this::print);
        err.println(count(withSeverity(problems, Severity.ERROR).size(), "error"));
    }

    private void print(Problem problem) {
        var location = problem.location();
        var where = location != null ? location.file() + position(location) : tenant(problem);
        var severity = ink.severity(problem.severity());
        err.println(ink.bold(where) + severity + ": " + text(problem));
        if (location != null && !location.text().isEmpty()) {
            printLine(location);
        }
        if (!problem.fix().isEmpty()) {
            err.println("  fix: " + problem.fix());
        }
    }

    private static String text(Problem problem) {
        var subject = problem.path().isEmpty() ? "" : problem.path() + " ";
        return subject + problem.message() + " [" + problem.code() + "]";
    }

    private void printLine(Location location) {
        var number = String.valueOf(location.line());
        var margin = " ".repeat(Math.max(0, 5 - number.length()));
        err.println(margin + number + " | " + location.text());
        err.println("      | " + " ".repeat(Math.max(0, location.caret() - 1)) + ink.caret());
    }

    private static String position(Location location) {
        return ":" + location.line() + ":" + location.column() + ": ";
    }

    private static String tenant(Problem problem) {
        return problem.tenant() == null ? "" : "tenant " + problem.tenant() + ": ";
    }

    /** The counts: {@code 3 tenants, 0 errors, 1 warning}. */
    static String summary(ValidationResult result) {
        long tenants = result.checks().stream()
                .map(check -> check.tenant())
                .filter(tenant -> !tenant.isEmpty())
                .distinct()
                .count();
        return count(tenants, "tenant") + ", "
                + count(withSeverity(result.problems(), Severity.ERROR).size(), "error") + ", "
                + count(withSeverity(result.problems(), Severity.WARNING).size(), "warning");
    }

    private static List<Problem> withSeverity(List<Problem> problems, Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .toList();
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
