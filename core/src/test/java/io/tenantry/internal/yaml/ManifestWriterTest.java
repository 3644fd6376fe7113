package io.tenantry.internal.yaml;

import static io.tenantry.internal.yaml.Readers.jsonOf;
import static io.tenantry.internal.yaml.Readers.yamlOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.tenantry.manifest.ManifestWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ManifestWriterTest {

    @Test
    void startsEachDocumentWithItsMarker() throws IOException {
        assertThat(yamlOf(named("a"), named("b"))).isEqualTo("""
                ---
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: a
                ---
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: b
                """);
        assertThat(yamlOf()).isEmpty();
    }

    @Test
    void writesJsonAsOneList() throws IOException {
        assertThat(jsonOf(named("a"), named("b"))).isEqualTo("""
                {"apiVersion":"v1","kind":"List","items":[\
                {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"a"}},\
                {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"b"}}]}
                """);
        assertThat(jsonOf()).isEqualTo("{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[]}\n");
    }

    @Test
    void leavesTheStreamOpenAndToleratesASecondClose() throws IOException {
        Recorder out = new Recorder();
        ManifestWriter writer = ManifestWriter.json(out);
        writer.write(named("a"));
        writer.close();
        String first = out.toString(StandardCharsets.UTF_8);
        writer.close();
        assertThat(out.closed).isFalse();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(first).endsWith("]}\n");
    }

    @Test
    void handsOverWholeDocumentsWhenFlushed() throws IOException {
        Recorder out = new Recorder();
        try (ManifestWriter writer = ManifestWriter.yaml(out)) {
            writer.write(named("a"));
            assertThat(out.size()).isZero();
            writer.flush();
            assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("name: a\n");
        }
    }

    @Test
    void reportsTheFailureOfTheStreamItself() {
        IOException failure = new IOException("disk full");
        for (int size : new int[] {1, 100_000}) {
            HasMetadata object =
                    new ConfigMapBuilder().addToData("a", "a".repeat(size)).build();
            assertThatThrownBy(() -> {
                        try (ManifestWriter writer = ManifestWriter.yaml(new Broken(failure))) {
                            writer.write(object);
                        }
                    })
                    .isSameAs(failure);
        }
    }

    @Test
    void leavesTheListOpenAfterAnObjectThatFailed() throws IOException {
        Recorder out = new Recorder();
        ManifestWriter writer = ManifestWriter.json(out);
        Namespace broken = named("a");
        broken.setAdditionalProperty("texts", new AbstractList<String>() {
            @Override
            public String get(int index) {
                throw new IllegalStateException("no text");
            }

            @Override
            public int size() {
                return 1;
            }
        });
        assertThatThrownBy(() -> writer.write(broken)).hasMessageContaining("no text");
        writer.close();
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotEndWith("]}\n");
    }

    private static Namespace named(String name) {
        return new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .build();
    }

    private static final class Recorder extends ByteArrayOutputStream {
        private boolean closed;

        @Override
        public void close() {
            closed = true;
        }
    }

    private static final class Broken extends OutputStream {
        private final IOException failure;

        Broken(IOException failure) {
            this.failure = failure;
        }

        @Override
        public void write(int b) throws IOException {
            throw failure;
        }

        @Override
        public void write(byte @Nullable [] bytes, int offset, int length) throws IOException {
            throw failure;
        }
    }
}
