package io.tenantry.manifest;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.Tenant;
import io.tenantry.internal.threads.InOrder;
import io.tenantry.internal.yaml.ModelWriter;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;

/**
 * A stream of Kubernetes objects, written one by one:
 *
 * <pre>{@code
 * try (ManifestWriter writer = ManifestWriter.yaml(out)) {
 *     writer.write(namespace);
 *     writer.write(quota);
 * }
 * }</pre>
 *
 * <p>Objects appear in the order in which they are written and are not kept. Equal objects give equal bytes. The stream
 * is never closed, for it belongs to the caller; {@link #close()} writes what is missing and flushes it. Not safe for
 * use by several threads.
 */
public final class ManifestWriter implements Closeable, Flushable {

    private static final int BATCH = 16;

    private final ModelWriter objects;
    private final JsonGenerator generator;
    private final @Nullable OutputStream documents;
    private boolean midObject;

    /** With the stream that whole documents may be written to besides; null where objects are not documents. */
    private ManifestWriter(ModelWriter objects, @Nullable OutputStream documents) {
        this.objects = objects;
        this.documents = documents;
        generator = objects.generator();
    }

    /** Documents in YAML, each after a line {@code ---}; nothing at all if no object is written. */
    public static ManifestWriter yaml(OutputStream out) {
        return new ManifestWriter(ModelWriter.yaml(out), out);
    }

    /** One JSON object, a {@code List} whose {@code items} are the objects, and a line end. */
    public static ManifestWriter json(OutputStream out) {
        ManifestWriter writer = new ManifestWriter(ModelWriter.json(out), null);
        writer.generator
                .writeStartObject()
                .writeStringProperty("apiVersion", "v1")
                .writeStringProperty("kind", "List")
                .writeArrayPropertyStart("items");
        return writer;
    }

    /** One object as JSON, on one line without an end: the body of a request. */
    public static String json(HasMetadata object) {
        var out = new ByteArrayOutputStream(2048);
        var writer = ModelWriter.json(out);
        writer.write(object);
        writer.generator().close();
        return out.toString(StandardCharsets.UTF_8);
    }

    /**
     * Writes one object.
     *
     * @throws IOException if the stream fails
     */
    public void write(HasMetadata object) throws IOException {
        midObject = true;
        try {
            objects.write(object);
        } catch (JacksonException e) {
            throw cause(e);
        }
        midObject = false;
    }

    /**
     * Writes everything that was rendered, in the order in which it is to be applied: the shared objects, then tenant by
     * tenant. Several threads ask for the objects of many tenants.
     *
     * @throws IOException if the stream fails
     */
    public void writeAll(Rendered rendered) throws IOException {
        for (Manifest shared : rendered.shared()) {
            write(shared.object());
        }
        var tenants = rendered.tenants();
        if (documents == null || tenants.size() <= BATCH) {
            write(tenants, rendered);
        } else {
            writeByThreads(tenants, rendered, documents);
        }
    }

    private void write(List<Tenant> tenants, Rendered rendered) throws IOException {
        for (Tenant tenant : tenants) {
            for (Manifest manifest : rendered.objects(tenant)) {
                write(manifest.object());
            }
        }
    }

    private void writeByThreads(List<Tenant> tenants, Rendered rendered, OutputStream out) throws IOException {
        flush();
        for (var part : InOrder.windows(tenants, BATCH, batch -> yaml(batch, rendered))) {
            part.writeTo(out);
        }
    }

    private static ByteArrayOutputStream yaml(List<Tenant> tenants, Rendered rendered) {
        var out = new ByteArrayOutputStream(1 << 16);
        try (var writer = yaml(out)) {
            writer.write(tenants, rendered);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return out;
    }

    /**
     * Hands over what was written so far and flushes the stream.
     *
     * @throws IOException if the stream fails
     */
    @Override
    public void flush() throws IOException {
        try {
            generator.flush();
        } catch (JacksonException e) {
            throw cause(e);
        }
    }

    /**
     * Ends the output and flushes the stream. After an object that could not be written the output stays visibly
     * unfinished. Closing again does nothing.
     *
     * @throws IOException if the stream fails
     */
    @Override
    public void close() throws IOException {
        try {
            if (!generator.isClosed()
                    && !midObject
                    && generator.streamWriteContext().inArray()) {
                generator.writeEndArray().writeEndObject().writeRaw('\n');
            }
            generator.close();
        } catch (JacksonException e) {
            throw cause(e);
        }
    }

    /** The stream's failure, which Jackson wraps; any other failure is a bug and passes as it is. */
    private static IOException cause(JacksonException e) {
        if (e.getCause() instanceof IOException failure) {
            return failure;
        }
        throw e;
    }
}
