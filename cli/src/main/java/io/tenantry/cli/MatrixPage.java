package io.tenantry.cli;

import io.tenantry.feature.network.matrix.Matrix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The matrix as one HTML file that needs nothing else.
 *
 * <p>The page draws what {@code matrix -o json} prints, which stands in it whole, or the changes; so the template has one
 * hole only, and needs no engine.
 */
final class MatrixPage {
    private static final String TEMPLATE = "matrix.html";
    private static final String HOLE = "\"MATRIX\"";

    private MatrixPage() {}

    static String of(Matrix matrix) {
        return drawing(MatrixJson.of(matrix));
    }

    /** What opens and closes against an older one. */
    static String of(MatrixChanges changes) {
        return drawing(changes);
    }

    private static String drawing(Object content) {
        try (var template = Objects.requireNonNull(MatrixPage.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
            var page = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            var data = new ByteArrayOutputStream();
            Json.write(content, data);
            return page.replace(HOLE, inScript(data.toString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON that cannot end the script element that it stands in. */
    private static String inScript(String json) {
        return json.replace("<", "\\u003c").strip();
    }
}
