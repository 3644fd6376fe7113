package io.tenantry.internal.read;

import io.tenantry.Source;
import io.tenantry.validation.Problem;
import java.util.ArrayList;
import java.util.List;

/** What reading one source gave. */
record Reading(List<Document> documents, List<Problem> problems, long work) {
    static Reading of(String name, String text) {
        return of(Source.ofString(name, text));
    }

    static Reading of(Source source) {
        List<Problem> problems = new ArrayList<>();
        DocumentReader reader = new DocumentReader(problems::add);
        List<Document> documents = reader.read(source);
        return new Reading(documents, problems, reader.work());
    }

    MappingNode mapping() {
        return (MappingNode) documents.get(0).root();
    }

    ScalarNode scalar(String key) {
        return (ScalarNode) mapping().get(key).orElseThrow();
    }

    Problem problem() {
        if (problems.size() != 1) {
            throw new AssertionError("one problem expected, but there are " + problems);
        }
        return problems.get(0);
    }

    List<String> codes() {
        return problems.stream().map(Problem::code).toList();
    }
}
