package io.tenantry.benchmarks;

import io.tenantry.Input;
import io.tenantry.Tenantry;
import io.tenantry.feature.network.matrix.Edge;
import io.tenantry.feature.network.matrix.Matrix;
import io.tenantry.feature.network.proof.Proof;
import io.tenantry.feature.network.proof.RenderedNetwork;
import io.tenantry.manifest.Rendered;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The proof and the matrix of rendered tenants with two namespaces each, in a heap of 1 GB. Times are for the whole set. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class Separating {
    private static final int NAMESPACES = 2;

    @Param({"100", "1000"})
    public int tenants;

    @SuppressWarnings("NullAway.Init") // set before it is measured
    private Rendered rendered;

    /** Renders without the proof. */
    @Setup
    public void render() {
        rendered = Tenantry.discover().withoutChecks().render(Input.of(TenantFiles.of(tenants, NAMESPACES), List.of()));
    }

    @Benchmark
    public Proof proof() {
        return Proof.of(RenderedNetwork.of(rendered));
    }

    @Benchmark
    public List<Edge> matrix() {
        return Matrix.of(RenderedNetwork.of(rendered)).edges();
    }
}
