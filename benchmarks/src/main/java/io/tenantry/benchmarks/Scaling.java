package io.tenantry.benchmarks;

import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.Tenantry;
import io.tenantry.manifest.ManifestWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The same 10,000 tenants in sets of 100 and in one, in a heap of 512 MB. Times are per tenant. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 10)
@Measurement(iterations = 5, time = 5)
@Fork(value = 2, jvmArgsAppend = "-Xmx512m")
public class Scaling {

    private static final int TENANTS = 10_000;
    private static final int NAMESPACES = 3;

    /** Tenants per set. */
    @Param({"100", "10000"})
    public int size;

    private final List<Source> files = TenantFiles.of(TENANTS, NAMESPACES);
    private final Tenantry tenantry = Tenantry.discover();

    @Benchmark
    @OperationsPerInvocation(TENANTS)
    public void render() throws IOException {
        for (int from = 0; from < TENANTS; from += size) {
            var set = Input.of(files.subList(from, from + size), List.of());
            try (var writer = ManifestWriter.yaml(OutputStream.nullOutputStream())) {
                writer.writeAll(tenantry.render(set));
            }
        }
    }
}
