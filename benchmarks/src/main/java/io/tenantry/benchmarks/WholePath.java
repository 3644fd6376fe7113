package io.tenantry.benchmarks;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.Tenantry;
import io.tenantry.internal.read.DocumentReader;
import io.tenantry.manifest.Manifest;
import io.tenantry.manifest.ManifestWriter;
import io.tenantry.manifest.Rendered;
import io.tenantry.validation.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;

/**
 * From the bytes of 1,000 tenants to the bytes of their manifests, and the two parts of it that nothing can do without:
 * parsing the input to events, and writing the objects. Times are per tenant.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class WholePath {

    private static final int TENANTS = 1_000;
    private static final int NAMESPACES = 3;

    private final List<Source> files = TenantFiles.of(TENANTS, NAMESPACES);
    private final Tenantry tenantry = Tenantry.discover();
    private final LoadSettings settings = LoadSettings.builder().build();
    private final List<HasMetadata> objects = objects(rendered());

    /** Read, validated, contributed, assembled and written. */
    @Benchmark
    @OperationsPerInvocation(TENANTS)
    public void whole() throws IOException {
        try (var writer = ManifestWriter.yaml(OutputStream.nullOutputStream())) {
            writer.writeAll(rendered());
        }
    }

    /** The first limit. */
    @Benchmark
    @OperationsPerInvocation(TENANTS)
    public void events(Blackhole sink) {
        for (var file : files) {
            new Parse(settings)
                    .parseInputStream(new ByteArrayInputStream(file.content()))
                    .forEach(sink::consume);
        }
    }

    /** The second limit. */
    @Benchmark
    @OperationsPerInvocation(TENANTS)
    public void writing() throws IOException {
        try (var writer = ManifestWriter.yaml(OutputStream.nullOutputStream())) {
            for (var object : objects) {
                writer.write(object);
            }
        }
    }

    /** Our reading, which builds trees with positions from those events. */
    @Benchmark
    @OperationsPerInvocation(TENANTS)
    public void reading(Blackhole sink) {
        var problems = new ArrayList<Problem>();
        var reader = new DocumentReader(problems::add);
        for (var file : files) {
            sink.consume(reader.read(file));
        }
    }

    /** Read and validated; contributed too, since that is part of the checks. */
    @Benchmark
    @OperationsPerInvocation(TENANTS)
    public Rendered rendered() {
        return tenantry.render(Input.of(files, List.of()));
    }

    private static List<HasMetadata> objects(Rendered rendered) {
        var objects = new ArrayList<HasMetadata>();
        for (var tenant : rendered.tenants()) {
            rendered.objects(tenant).stream().map(Manifest::object).forEach(objects::add);
        }
        return objects;
    }
}
