package io.tenantry.internal.read;

import io.tenantry.Source;

/** The steps that reading a source takes. */
public final class ReadingSteps {
    private ReadingSteps() {}

    public static long of(Source source) {
        var reader = new DocumentReader(problem -> {});
        reader.read(source);
        return reader.work();
    }
}
