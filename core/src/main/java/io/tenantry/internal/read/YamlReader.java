package io.tenantry.internal.read;

import io.tenantry.internal.read.YamlChunks.Chunk;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The trees of a YAML text's documents. */
final class YamlReader {
    private final YamlSettings settings = new YamlSettings();
    private final RecentTexts texts = new RecentTexts();

    List<Node> read(String text, Report report, Work work) {
        work.add(text.length());
        List<Node> roots = new ArrayList<>();
        YamlChunks chunks = new YamlChunks(text, report);
        for (Chunk chunk = chunks.next(); chunk != null && !report.isFull(); chunk = chunks.next()) {
            LoadSettings fitting = settings.forLength(chunk.text().length());
            roots.addAll(new YamlChunkReader(chunk, fitting, texts, report, work).read());
        }
        return roots;
    }
}
