package io.tenantry.internal.bind;

import io.tenantry.internal.read.Document;
import io.tenantry.internal.read.MappingNode;
import io.tenantry.internal.read.Node;
import io.tenantry.internal.read.ScalarNode;
import io.tenantry.internal.read.SequenceNode;
import io.tenantry.validation.Problem;
import io.tenantry.validation.Severity;
import io.tenantry.validation.Suggestion;
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
        this.tenant = tenant.isEmpty() ? null : tenant;
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

    /** A node of another form than its key must have. */
    void mismatch(Node at, String path, String mustBe, String fix) {
        var what = at instanceof MappingNode
                ? "a mapping"
                : at instanceof SequenceNode
                        ? "a list"
                        : Binder.isNull(at) ? "empty" : ScalarReader.shown((ScalarNode) at);
        error("TYPE_MISMATCH", at, path, "is " + what + " but must be " + mustBe, fix);
    }

    /** Keys that are none of the known ones, with what to do where none of those is near. */
    void unknownKeys(MappingNode mapping, List<String> known, String parent, String otherwise) {
        for (var entry : mapping.entries()) {
            if (!known.contains(entry.key().text())) {
                unknownKey(entry.key(), known, parent, otherwise);
            }
        }
    }

    void unknownKey(ScalarNode key, List<String> known, String parent, String otherwise) {
        if (!isFull()) {
            var fix = Suggestion.nearest(key.text(), known)
                    .map(name -> "did you mean " + name + "?")
                    .orElse(otherwise);
            error("KEY_UNKNOWN", key, parent + key.text(), "is not known", fix);
        }
    }

    private void add(String code, Node at, String path, String message, String fix) {
        count++;
        problems.add(new Problem(Severity.ERROR, code, message, fix, document.locate(at), path, tenant));
    }
}
