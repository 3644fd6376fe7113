package io.tenantry.manifest;

import io.tenantry.validation.Problem;
import java.util.List;

/**
 * What writing a {@link ManifestDirectory} came to.
 *
 * @param problems why nothing was written; empty when it was
 * @param written files that are new or changed
 * @param unchanged files that had the right content
 * @param removed files that the rendering no longer has
 */
public record DirectoryResult(List<Problem> problems, int written, int unchanged, int removed) {
    public DirectoryResult {
        problems = List.copyOf(problems);
    }
}
