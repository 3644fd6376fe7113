package io.tenantry.internal.bind;

import io.tenantry.internal.read.Document;
import io.tenantry.internal.read.Node;
import io.tenantry.validation.Problem;
import io.tenantry.validation.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the binding of one document puts its problems. */
record Reports(
        List<Problem> problems, Document document, @Nullable String tenant) {

    Reports of(String tenant) {
        return new Reports(problems, document, tenant);
    }

    void error(String code, Node at, String path, String message, String fix) {
        problems.add(new Problem(Severity.ERROR, code, message, fix, document.locate(at), path, tenant));
    }
}
