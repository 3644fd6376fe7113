package io.tenantry.internal.bind;

import io.tenantry.internal.read.Document;
import io.tenantry.internal.read.Node;
import io.tenantry.validation.Problem;
import io.tenantry.validation.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the binding of one document puts its problems. After {@value #LIMIT} of them it is full. */
final class Reports {
    static final int LIMIT = 100;

    private final List<Problem> problems;
    private final Document document;
    private @Nullable String tenant;
    private int count;

    Reports(List<Problem> problems, Document document) {
        this.problems = problems;
        this.document = document;
    }

    Document document() {
        return document;
    }

    /** From here on, problems are of this tenant. */
    void nameTenant(String tenant) {
        this.tenant = tenant;
    }

    /** Whether nothing more will be taken, so that looking for a good advice is in vain. */
    boolean isFull() {
        return count >= LIMIT;
    }

    void error(String code, Node at, String path, String message, String fix) {
        if (!isFull()) {
            add(code, at, path, message, fix);
            if (isFull()) {
                var tooMany = "has " + LIMIT + " problems or more, but only so many are shown";
                add("TOO_MANY_PROBLEMS", at, "", tooMany, "repair these first");
            }
        }
    }

    private void add(String code, Node at, String path, String message, String fix) {
        count++;
        problems.add(new Problem(Severity.ERROR, code, message, fix, document.locate(at), path, tenant));
    }
}
