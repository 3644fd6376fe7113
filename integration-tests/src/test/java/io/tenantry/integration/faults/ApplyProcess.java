package io.tenantry.integration.faults;

import io.tenantry.cluster.ApplyOptions;
import io.tenantry.cluster.Cluster;
import io.tenantry.cluster.Progress;
import io.tenantry.cluster.Result;
import io.tenantry.cluster.server.Connection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Applies a file in a process of its own and writes a line for each step, so that somebody can kill it in between. */
final class ApplyProcess {
    private ApplyProcess() {}

    static Process start(Path kubeconfig, Path tenants) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ApplyProcess.class.getName(),
                        kubeconfig.toString(),
                        tenants.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] arguments) throws IOException {
        var rendered = Platform.renderInput(Files.readString(Path.of(arguments[1])));
        try (var cluster = Cluster.connect(Connection.usual().withKubeconfig(Path.of(arguments[0])))) {
            cluster.execute(cluster.planApply(rendered, ApplyOptions.NONE), new Progress() {
                @Override
                public void begin(String what, int steps) {
                    System.out.println(what);
                }

                @Override
                public void done(Result result) {
                    System.out.println(result.step().object());
                }
            });
        }
    }
}
