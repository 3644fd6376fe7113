package io.tenantry.internal.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** The documents of a strict JSON text. Several values in a row are several documents. */
final class JsonReader {
    /** Names are read once each, so a table of them costs more than it saves, and an attacker could fill it. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(DocumentReader.MAX_BYTES)
                    .maxNameLength(DocumentReader.MAX_BYTES)
                    .build())
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .build();

    private final String text;
    private final TextPosition position;
    private final Report report;
    private final Work work;
    private final List<Document> documents = new ArrayList<>();
    private TreeBuilder tree;
    private int depth;

    JsonReader(String text, Report report, Work work) {
        this.text = text;
        this.position = new TextPosition(text);
        this.report = report;
        this.work = work;
        this.tree = new TreeBuilder(report, work);
    }

    List<Document> read() {
        // positions are counted along the text a second time
        work.add(2L * text.length());
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonToken token = parser.nextToken();
            while (token != null && !tree.isAbandoned()) {
                work.add(1);
                position.advance(parser.currentTokenLocation().getCharOffset());
                accept(parser, token);
                token = parser.nextToken();
            }
        } catch (JacksonException notJson) {
            report(notJson);
        }
        return documents;
    }

    private void accept(JsonParser parser, JsonToken token) {
        switch (token) {
            case START_OBJECT -> {
                tree.startMapping(position.line(), position.column(), null);
                depth++;
            }
            case START_ARRAY -> {
                tree.startSequence(position.line(), position.column(), null);
                depth++;
            }
            case END_OBJECT, END_ARRAY -> {
                tree.end();
                depth--;
            }
            case PROPERTY_NAME, VALUE_STRING -> scalar(parser.getString(), false);
            default -> scalar(parser.getString(), true);
        }
        if (depth == 0 && !tree.isAbandoned()) {
            tree.document().ifPresent(documents::add);
            tree = new TreeBuilder(report, work);
        }
    }

    private void scalar(@Nullable String value, boolean plain) {
        tree.scalar(new ScalarNode(position.line(), position.column(), value == null ? "" : value, plain), null);
    }

    private void report(JacksonException notJson) {
        TokenStreamLocation location = notJson.getLocation();
        if (location != null) {
            position.advance(location.getCharOffset());
        }
        String problem = String.valueOf(notJson.getOriginalMessage());
        Advice advice = JsonAdvice.on(problem);
        report.error(
                position.line(),
                position.column(),
                advice == null ? JsonAdvice.SYNTAX : advice.code(),
                advice == null ? "is not JSON: " + Report.sentence(problem) : advice.message(),
                advice == null ? "correct the text here" : advice.fix());
    }
}
