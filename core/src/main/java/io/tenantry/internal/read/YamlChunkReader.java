package io.tenantry.internal.read;

import io.tenantry.internal.read.YamlChunks.Chunk;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** One chunk of YAML on its way from text through parser events to a tree. */
final class YamlChunkReader {
    private final Chunk chunk;
    private final RecentTexts texts;
    private final Report report;
    private final Work work;
    private final YamlSyntax syntax;
    private final ParserImpl parser;
    private TreeBuilder tree;
    private @Nullable Mark mark;
    private int flowDepth;
    private int reportedTab = -1;

    YamlChunkReader(Chunk chunk, LoadSettings settings, RecentTexts texts, Report report, Work work) {
        this.chunk = chunk;
        this.texts = texts;
        this.report = report;
        this.work = work;
        this.syntax = new YamlSyntax(chunk, report);
        this.parser = new ParserImpl(settings, new StreamReader(settings, chunk.text()));
        this.tree = new TreeBuilder(report, work);
        work.add(chunk.text().length());
    }

    /** The chunk's documents: usually one, and none when it breaks off. */
    List<Document> read() {
        List<Document> documents = new ArrayList<>(1);
        Event event = next();
        while (event != null && event.getEventId() != Event.ID.StreamEnd && !tree.isAbandoned()) {
            work.add(1);
            accept(event, documents);
            event = next();
        }
        return event == null || tree.isAbandoned() ? List.of() : documents;
    }

    /** The next event, or null when the text is not YAML from here on. */
    private @Nullable Event next() {
        try {
            return parser.next();
        } catch (MarkedYamlEngineException notYaml) {
            syntax.report(notYaml);
        } catch (RuntimeException notYaml) {
            // the parser also lets exceptions out that are none of its own, such as NumberFormatException
            syntax.reportNear(mark);
        }
        return null;
    }

    private void accept(Event event, List<Document> documents) {
        mark = event.getStartMark().orElse(mark);
        switch (event.getEventId()) {
            case DocumentStart -> tree = new TreeBuilder(report, work);
            case DocumentEnd -> tree.document().ifPresent(documents::add);
            case MappingStart, SequenceStart -> start((CollectionStartEvent) event);
            case MappingEnd, SequenceEnd -> end();
            case Scalar -> scalar((ScalarEvent) event);
            case Alias -> alias((AliasEvent) event);
            default -> {
                // the stream's own start and end carry nothing
            }
        }
    }

    private void start(CollectionStartEvent event) {
        checkTab();
        boolean mapping = event.getEventId() == Event.ID.MappingStart;
        checkTag(event.getTag().orElse(null), mapping ? "map" : "seq");
        if (mapping) {
            tree.startMapping(line(), column(), anchor(event));
        } else {
            tree.startSequence(line(), column(), anchor(event));
        }
        if (event.isFlow() || flowDepth > 0) {
            flowDepth++;
        }
    }

    private void end() {
        flowDepth = Math.max(0, flowDepth - 1);
        tree.end();
    }

    private void scalar(ScalarEvent event) {
        checkTab();
        boolean plain = event.isPlain();
        String tag = event.getTag().orElse(null);
        if (tag != null) {
            plain &= !YamlTags.isText(tag);
            if (!YamlTags.fitsScalar(tag, plain)) {
                reportTag(tag);
            }
        }
        String text = texts.shared(event.getValue());
        tree.scalar(new ScalarNode(line(), column(), text, plain), anchor(event));
    }

    private void alias(AliasEvent event) {
        checkTab();
        tree.alias(event.getAlias().getValue(), line(), column());
    }

    private void checkTag(@Nullable String tag, String expected) {
        if (tag != null && !YamlTags.isCore(tag, expected)) {
            reportTag(tag);
        }
    }

    private void reportTag(String tag) {
        tree.problems()
                .add(
                        line(),
                        column(),
                        "TAG_UNKNOWN",
                        "has the tag %s but must be written without it".formatted(Report.quoted(YamlTags.written(tag))),
                        "remove the tag");
    }

    /** The parser lets a tab follow the spaces of an indentation, which then looks different in each editor. */
    private void checkTab() {
        Mark here = mark;
        if (here != null && flowDepth == 0 && here.getLine() != reportedTab && syntax.isTabIndented(here)) {
            reportedTab = here.getLine();
            syntax.reportTab(here);
        }
    }

    private int line() {
        return mark == null ? chunk.firstLine() : chunk.firstLine() + mark.getLine();
    }

    private int column() {
        return mark == null ? 1 : mark.getColumn() + 1;
    }

    private static @Nullable String anchor(NodeEvent event) {
        return event.getAnchor().map(Anchor::getValue).orElse(null);
    }
}
