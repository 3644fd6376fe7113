package io.tenantry.internal.yaml;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

/** Jackson's JSON factory with {@link YamlGenerator} for what is written to a byte stream. */
final class YamlFactory extends JsonFactory {

    private static final long serialVersionUID = 1L;

    YamlFactory(JsonFactoryBuilder settings) {
        super(settings);
    }

    @Override
    protected JsonGenerator _createUTF8Generator(ObjectWriteContext context, IOContext io, OutputStream out) {
        return new YamlGenerator(context, io, context.getStreamWriteFeatures(_streamWriteFeatures), out);
    }

    @Override
    public String getFormatName() {
        return "YAML";
    }
}
