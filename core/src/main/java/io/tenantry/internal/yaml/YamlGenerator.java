package io.tenantry.internal.yaml;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.util.SimpleStreamWriteContext;

/**
 * A Jackson generator whose output is YAML in block style, as {@code kubectl} prints it:
 *
 * <pre>{@code
 * ---
 * spec:
 *   podSelector: {}
 *   ingress:
 *   - ports:
 *     - port: 80
 * }</pre>
 *
 * <p>Each root value is a document that begins with {@code ---} and ends with a line end. A text is plain where no
 * YAML 1.1 or 1.2 parser can misread it, literal where it has several lines, else in double quotes. Nothing is kept
 * but the position in the document, so a document may be of any size. Not safe for use by several threads.
 */
final class YamlGenerator extends TextGenerator {

    /** What stands before the cursor on its line. */
    private enum Lead {
        NOTHING,
        KEY,
        DASH
    }

    /** YAML limits a key without the indicator {@code ?} to this, in characters as written. */
    private static final int LONGEST_KEY = 1024;

    private static final int LONGEST_QUOTED_KEY = LONGEST_KEY / "\\u1234".length() - 1;

    private final YamlSink sink;
    private final RecentScalars scalars = new RecentScalars();
    private Lead lead = Lead.NOTHING;
    /** The column of the entries of the current collection. */
    private int column;

    YamlGenerator(ObjectWriteContext writeContext, IOContext ioContext, int features, OutputStream out) {
        super(writeContext, ioContext, features);
        sink = new YamlSink(out);
    }

    @Override
    public JsonGenerator writeStartObject() {
        beginValue("start an object");
        column += context.inRoot() ? 0 : 2;
        return enter(context.createChildObjectContext(null));
    }

    @Override
    public JsonGenerator writeEndObject() {
        if (!context.inObject()) {
            _reportError("Cannot end an object in " + context.typeDesc());
        }
        return leave('{', '}');
    }

    @Override
    public JsonGenerator writeStartArray() {
        beginValue("start an array");
        column += context.inArray() ? 2 : 0;
        return enter(context.createChildArrayContext(null));
    }

    @Override
    public JsonGenerator writeEndArray() {
        if (!context.inArray()) {
            _reportError("Cannot end an array in " + context.typeDesc());
        }
        return leave('[', ']');
    }

    @Override
    void writeKey(String name) {
        beginEntry();
        boolean explicit =
                name.length() > LONGEST_QUOTED_KEY && (name.length() > LONGEST_KEY || !PlainScalars.allows(name));
        if (explicit) {
            sink.put('?', ' ');
        }
        scalars.write(name, sink);
        if (explicit) {
            sink.put('\n');
            sink.indent(column);
        }
        sink.put(':');
        lead = Lead.KEY;
    }

    @Override
    public JsonGenerator writeString(@Nullable String text) {
        if (text == null) {
            return writeNull();
        }
        beginScalar("write a string");
        if (LiteralScalars.allows(text)) {
            LiteralScalars.write(text, column + 2, sink);
            lead = Lead.NOTHING;
            return this;
        }
        scalars.write(text, sink);
        return endScalar();
    }

    @Override
    public JsonGenerator writeNumber(long number) {
        beginScalar("write a number");
        sink.put(number);
        return endScalar();
    }

    @Override
    JsonGenerator writeNumeral(String numeral) {
        beginScalar("write a number");
        Numerals.write(numeral, sink);
        return endScalar();
    }

    @Override
    public JsonGenerator writeBoolean(boolean state) {
        beginScalar("write a boolean");
        sink.put(state ? "true" : "false");
        return endScalar();
    }

    @Override
    public JsonGenerator writeNull() {
        beginScalar("write a null");
        sink.put("null");
        return endScalar();
    }

    /** Writes what a value needs before it where it stands: a document's marker or an element's dash. */
    private void beginValue(String what) {
        _verifyValueWrite(what);
        if (context.inArray()) {
            beginEntry();
            sink.put('-', ' ');
            lead = Lead.DASH;
        } else if (context.inRoot()) {
            sink.put("---\n");
        }
    }

    /** Moves to the column of the entries; after a dash the cursor stands there already. */
    private void beginEntry() {
        if (lead == Lead.DASH) {
            return;
        }
        if (lead == Lead.KEY) {
            sink.put('\n');
        }
        sink.indent(column);
    }

    private void beginScalar(String what) {
        beginValue(what);
        if (lead == Lead.KEY) {
            sink.put(' ');
        }
    }

    private JsonGenerator endScalar() {
        sink.put('\n');
        lead = Lead.NOTHING;
        return this;
    }

    private JsonGenerator enter(SimpleStreamWriteContext child) {
        streamWriteConstraints().validateNestingDepth(child.getNestingDepth());
        context = child;
        return this;
    }

    private JsonGenerator leave(char open, char close) {
        boolean empty = context.getEntryCount() == 0;
        boolean array = context.inArray();
        context = context.clearAndGetParent();
        column -= context.inArray() || (context.inObject() && !array) ? 2 : 0;
        if (empty) {
            if (lead == Lead.KEY) {
                sink.put(' ');
            }
            sink.put(open, close);
            return endScalar();
        }
        return this;
    }

    @Override
    public Object streamWriteOutputTarget() {
        return sink.stream();
    }

    @Override
    public int streamWriteOutputBuffered() {
        return sink.buffered();
    }

    @Override
    public void flush() {
        sink.drain();
        if (isEnabled(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)) {
            sink.flush();
        }
    }

    @Override
    protected void _closeInput() throws IOException {
        flush();
        if (ioContext().isResourceManaged() || isEnabled(StreamWriteFeature.AUTO_CLOSE_TARGET)) {
            sink.stream().close();
        }
    }

    @Override
    protected void _releaseBuffers() {
        // The sink's buffer is its own and goes with it.
    }
}
