package io.tenantry.integration.documents;

import io.tenantry.Input;
import io.tenantry.Sources;
import java.io.InputStream;
import java.util.List;

/** The project's examples, which together are one consistent set. */
public final class Examples {
    private Examples() {}

    public static Input input() {
        var sources = Sources.of(List.of("../examples"), InputStream.nullInputStream());
        return Input.of(sources.sources(), sources.problems());
    }
}
