package io.tenantry.internal.yaml;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The one configuration of Jackson that writes Kubernetes objects: the same keys and values as fabric8's {@code
 * Serialization}, without its second of start-up, which goes into the classes that only reading needs. Map keys are
 * sorted.
 */
final class ManifestMapper {

    private static final ObjectWriter WRITER = JsonMapper.builder()
            .addModule(new SimpleModule().setSerializerModifier(new KubernetesBeans()))
            .changeDefaultPropertyInclusion(
                    unused -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build()
            .writer();

    private ManifestMapper() {}

    /** Writes a value where the generator stands. */
    static void write(Object value, JsonGenerator generator) {
        WRITER.writeValue(generator, value);
    }
}
