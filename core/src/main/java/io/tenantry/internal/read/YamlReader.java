package io.tenantry.internal.read;

import io.tenantry.internal.read.YamlChunks.Chunk;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The documents of a YAML text. */
final class YamlReader {
    private final YamlSettings settings = new YamlSettings();
    private final RecentTexts texts = new RecentTexts();

    List<Document> read(String text, Report report, Work work) {
        work.add(text.length());
        List<Document> documents = new ArrayList<>();
        YamlChunks chunks = new YamlChunks(text, report);
        for (Chunk chunk = chunks.next(); chunk != null && !report.isFull(); chunk = chunks.next()) {
            LoadSettings fitting = settings.forLength(chunk.text().length());
            documents.addAll(new YamlChunkReader(chunk, fitting, texts, report, work).read());
        }
        return documents;
    }
}
