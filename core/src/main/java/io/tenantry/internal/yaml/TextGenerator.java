package io.tenantry.internal.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Base64Variant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteCapability;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.Version;
import tools.jackson.core.base.GeneratorBase;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.util.JacksonFeatureSet;
import tools.jackson.core.util.SimpleStreamWriteContext;

/**
 * The half of a Jackson generator that does not depend on the output's layout: Jackson's many ways to say the same
 * reduced to few, and the book-keeping of where in the document we are. Raw text is refused, for nobody could vouch
 * for it.
 */
abstract class TextGenerator extends GeneratorBase {

    SimpleStreamWriteContext context = SimpleStreamWriteContext.createRootContext(null);

    TextGenerator(ObjectWriteContext writeContext, IOContext ioContext, int features) {
        super(writeContext, ioContext, features);
    }

    abstract void writeKey(String name);

    /** Writes a number in the notation that YAML and JSON share. */
    abstract JsonGenerator writeNumeral(String numeral);

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public TokenStreamContext streamWriteContext() {
        return context;
    }

    @Override
    public @Nullable Object currentValue() {
        return context.currentValue();
    }

    @Override
    public void assignCurrentValue(@Nullable Object value) {
        context.assignCurrentValue(value);
    }

    @Override
    public JacksonFeatureSet<StreamWriteCapability> streamWriteCapabilities() {
        return DEFAULT_TEXTUAL_WRITE_CAPABILITIES;
    }

    @Override
    protected void _verifyValueWrite(String what) {
        if (!context.writeValue()) {
            _reportError("Cannot " + what + ", expecting a property name");
        }
    }

    @Override
    public JsonGenerator writeName(String name) {
        if (!context.writeName(name)) {
            _reportError("Cannot write a property name, expecting a value");
        }
        writeKey(name);
        return this;
    }

    @Override
    public JsonGenerator writeName(SerializableString name) {
        return writeName(name.getValue());
    }

    @Override
    public JsonGenerator writePropertyId(long id) {
        return writeName(Long.toString(id));
    }

    @Override
    public JsonGenerator writeStartArray(@Nullable Object value) {
        writeStartArray();
        assignCurrentValue(value);
        return this;
    }

    @Override
    public JsonGenerator writeStartObject(@Nullable Object value) {
        writeStartObject();
        assignCurrentValue(value);
        return this;
    }

    @Override
    public JsonGenerator writeString(char[] text, int offset, int length) {
        return writeString(new String(text, offset, length));
    }

    @Override
    public JsonGenerator writeUTF8String(byte[] text, int offset, int length) {
        return writeString(new String(text, offset, length, StandardCharsets.UTF_8));
    }

    @Override
    public JsonGenerator writeBinary(Base64Variant variant, byte[] data, int offset, int length) {
        return writeString(variant.encode(Arrays.copyOfRange(data, offset, offset + length)));
    }

    @Override
    public JsonGenerator writeNumber(short number) {
        return writeNumber((long) number);
    }

    @Override
    public JsonGenerator writeNumber(int number) {
        return writeNumber((long) number);
    }

    @Override
    public JsonGenerator writeNumber(double number) {
        return writeNumeral(Double.toString(number));
    }

    @Override
    public JsonGenerator writeNumber(float number) {
        return writeNumeral(Float.toString(number));
    }

    @Override
    public JsonGenerator writeNumber(@Nullable BigInteger number) {
        return number == null ? writeNull() : writeNumeral(number.toString());
    }

    @Override
    public JsonGenerator writeNumber(@Nullable BigDecimal number) {
        return number == null ? writeNull() : writeNumeral(number.toString());
    }

    @Override
    public JsonGenerator writeNumber(String numeral) {
        return writeNumeral(numeral);
    }

    @Override
    public JsonGenerator writeRaw(String text) {
        return _reportUnsupportedOperation();
    }

    @Override
    public JsonGenerator writeRaw(String text, int offset, int length) {
        return _reportUnsupportedOperation();
    }

    @Override
    public JsonGenerator writeRaw(char[] text, int offset, int length) {
        return _reportUnsupportedOperation();
    }

    @Override
    public JsonGenerator writeRaw(char c) {
        return _reportUnsupportedOperation();
    }

    @Override
    public JsonGenerator writeRawUTF8String(byte[] text, int offset, int length) {
        return _reportUnsupportedOperation();
    }
}
