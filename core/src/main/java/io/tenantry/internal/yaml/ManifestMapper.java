package io.tenantry.internal.yaml;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The one configuration of Jackson that writes Kubernetes objects: the same keys and values as fabric8's {@code
 * Serialization}, without its second of start-up, which goes into the classes that only reading needs. Map keys are
 * sorted.
 */
public final class ManifestMapper {

    private ManifestMapper() {}

    public static ObjectWriter yaml() {
        return Yaml.WRITER;
    }

    public static ObjectWriter json() {
        return Json.WRITER;
    }

    /** Made when first asked for: a process seldom writes both. */
    private static final class Yaml {
        static final ObjectWriter WRITER = writer(new YamlFactory(settings()));
    }

    private static final class Json {
        static final ObjectWriter WRITER = writer(settings().build());
    }

    private static JsonFactoryBuilder settings() {
        return JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET, StreamWriteFeature.AUTO_CLOSE_CONTENT);
    }

    private static ObjectWriter writer(JsonFactory factory) {
        return JsonMapper.builder(factory)
                .addModule(new SimpleModule().setSerializerModifier(new KubernetesBeans()))
                .changeDefaultPropertyInclusion(
                        unused -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build()
                .writer();
    }
}
