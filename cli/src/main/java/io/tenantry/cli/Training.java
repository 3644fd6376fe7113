package io.tenantry.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A run whose classes the launcher archives: the usual commands on the tenant of {@code init}, with nothing printed, and
 * {@code render} of paths that are given besides.
 *
 * <p>Fails when a command fails, for then classes would be missing from the archive. Only the paths may be wrong: they may
 * use modules that are not there.
 */
final class Training {
    private Training() {}

    public static void main(String[] paths) {
        var tenant = run(InputStream.nullInputStream(), "init", "example");
        run(new ByteArrayInputStream(tenant), "render", "-");
        run(new ByteArrayInputStream(tenant), "validate", "-");
        run(new ByteArrayInputStream(tenant), "validate", "-o", "json", "-");
        run(new ByteArrayInputStream(tenant), "explain", "-");
        run(new ByteArrayInputStream(tenant), "explain", "-o", "json", "-");
        ClusterTraining.run(tenant);
        run(new ByteArrayInputStream(tenant), "totals", "-o", "json", "-");
        run(InputStream.nullInputStream(), "info");
        var wrong = "kind: Tenant".getBytes(StandardCharsets.UTF_8);
        tryTo(new ByteArrayInputStream(wrong), "validate", "-");
        for (var path : paths) {
            tryTo(InputStream.nullInputStream(), "render", path);
        }
    }

    private static byte[] run(InputStream in, String... args) {
        var out = new ByteArrayOutputStream();
        int code = Main.run(args, in, out, OutputStream.nullOutputStream());
        if (code != ExitCode.DONE) {
            throw new IllegalStateException(String.join(" ", args) + " returned " + code);
        }
        return out.toByteArray();
    }

    private static void tryTo(InputStream in, String... args) {
        Main.run(args, in, OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
    }
}
