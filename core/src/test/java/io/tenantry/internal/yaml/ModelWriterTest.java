package io.tenantry.internal.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.rbac.Role;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

/** Every class of fabric8's models, as Jackson writes it by its annotations and as we do. */
class ModelWriterTest {

    private static final int INSTANCES = 5;

    @Test
    void writesEveryModelLikeJackson() {
        for (var type : Models.types()) {
            var random = new Random(type.getName().hashCode());
            for (int i = 0; i < INSTANCES; i++) {
                var model = Models.next(type, random, i == 0);

                assertThat(ours(model)).as("%s %d", type, i).isEqualTo(jackson(model));
            }
        }
    }

    @Test
    void leavesFewModelsToJackson() {
        assertThat(Models.types()).hasSizeGreaterThan(1_300);
        assertThat(Models.types())
                .filteredOn(type -> ModelShape.of(type) == null)
                .hasSizeLessThan(50)
                .doesNotContain(
                        Namespace.class, ObjectMeta.class, ResourceQuota.class, NetworkPolicy.class, Role.class);
    }

    @Test
    void leavesClassesOfOthersToJackson() {
        assertThat(ModelShape.of(Relative.class)).isNull();
        assertThat(ours(new Relative("text"))).isEqualTo("{\"renamed\":\"text\"}");
    }

    record Relative(@JsonProperty("renamed") String name) implements KubernetesResource {
        private static final long serialVersionUID = 1L;
    }

    private static String ours(Object model) {
        return written(model, ModelWriter::write);
    }

    private static String jackson(Object model) {
        return written(model, (writer, value) -> ManifestMapper.write(value, writer.generator()));
    }

    private static String written(Object model, BiConsumer<ModelWriter, Object> how) {
        var out = new ByteArrayOutputStream();
        var writer = ModelWriter.json(out);
        try {
            how.accept(writer, model);
        } catch (JacksonException | NullPointerException e) {
            return ""; // some of fabric8's serializers fail on models that say nothing
        }
        writer.generator().close();
        return out.toString(StandardCharsets.UTF_8);
    }
}
