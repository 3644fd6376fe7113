package io.tenantry.internal.read;

import io.tenantry.Source;
import io.tenantry.validation.Location;
import io.tenantry.validation.Problem;
import io.tenantry.validation.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The step from sources to documents.
 *
 * <pre>{@code
 * List<Problem> problems = new ArrayList<>();
 * List<Document> documents = new DocumentReader(problems::add).read(Source.ofString("acme.yaml", text));
 * }</pre>
 *
 * <p>Documents come in the order written. No input makes it throw: what cannot be read is a problem, and reading goes on
 * with the next document. A document with a duplicate key, a merge key or an unknown tag is still handed out, without
 * that entry, so that the rest of it can be checked; a document that breaks off or passes a limit is not. Not for use by
 * several threads.
 */
public final class DocumentReader {
    /** The largest source that is read. */
    public static final int MAX_BYTES = 16 << 20;

    private final Consumer<Problem> problems;
    private final YamlReader yaml = new YamlReader();
    private final Work work = new Work();

    public DocumentReader(Consumer<Problem> problems) {
        this.problems = problems;
    }

    /** The documents of one source; none when nothing of it could be read. */
    public List<Document> read(Source source) {
        SourceText text = new SourceText(source);
        Report report = new Report(text, problems);
        if (source.content().length > MAX_BYTES) {
            problems.accept(tooLarge(source.name()));
            return List.of();
        }
        Optional<String> decoded = Utf8.decode(source.content(), report, work);
        if (decoded.isEmpty()) {
            return List.of();
        }
        List<Document> documents = documents(source.name(), decoded.get(), report);
        if (documents.isEmpty() && report.count() == 0) {
            report.error(
                    "DOCUMENT_EMPTY",
                    "has no document but must have at least one",
                    "write a tenant into it, or leave it out");
        }
        return documents;
    }

    /** The problem of a source that is longer than {@link #MAX_BYTES}. */
    public static Problem tooLarge(String name) {
        Location whole = Location.of(name, 1, 1, "", "");
        String message = "is longer than 16 MiB but must be at most that (" + MAX_BYTES + " bytes)";
        return new Problem(Severity.ERROR, "SOURCE_TOO_LARGE", message, "split it into several files", whole, "", null);
    }

    /** The steps taken so far. */
    long work() {
        return work.done();
    }

    private List<Document> documents(String name, String text, Report report) {
        boolean json = name.toLowerCase(Locale.ROOT).endsWith(".json") || isTabbedJson(text);
        return json ? new JsonReader(text, report, work).read() : yaml.read(text, report, work);
    }

    /** Whether a text not named as JSON must be JSON: it begins like an object, and tabs indent it. */
    private static boolean isTabbedJson(String text) {
        String start = text.substring(0, Math.min(text.length(), 4096)).stripLeading();
        if (!start.startsWith("{")) {
            return false;
        }
        String key = start.substring(1).stripLeading();
        return (key.startsWith("\"") || key.startsWith("}")) && text.contains("\n\t");
    }
}
