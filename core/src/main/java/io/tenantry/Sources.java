package io.tenantry;

import io.tenantry.internal.read.DocumentReader;
import io.tenantry.validation.Problem;
import java.io.InputStream;
import java.util.List;

/**
 * The sources that a list of paths names, with a problem for each path that names none.
 *
 * <pre>{@code
 * Sources sources = Sources.of(List.of("tenants/", "cluster-profile.yaml", "-"), System.in);
 * }</pre>
 *
 * <p>A path is a file, a directory or {@code -} for the given stream. A directory means its own {@code *.yaml},
 * {@code *.yml} and {@code *.json}, not those of its subdirectories, and no {@code kustomization.yaml}. Sources come in
 * the order of the paths, those of a directory by name; what several paths name is read once. Of a file that is larger
 * than {@link DocumentReader#MAX_BYTES} nothing is kept.
 */
public record Sources(List<Source> sources, List<Problem> problems) {
    public Sources {
        sources = List.copyOf(sources);
        problems = List.copyOf(problems);
    }

    /** The sources at the paths, as their user wrote them. The stream is read only for {@code -}, and not closed. */
    public static Sources of(List<String> paths, InputStream stdin) {
        SourceCollector collector = new SourceCollector(stdin);
        paths.forEach(collector::add);
        return collector.collected();
    }
}
