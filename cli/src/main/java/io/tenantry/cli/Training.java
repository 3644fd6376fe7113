package io.tenantry.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A run whose classes the launcher archives: the usual commands on the tenant of {@code init}, with nothing printed.
 *
 * <p>Fails when a command fails, for then classes would be missing from the archive.
 */
final class Training {
    private Training() {}

    public static void main(String[] unused) {
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
        Main.run(
                new String[] {"validate", "-"},
                new ByteArrayInputStream(wrong),
                new ByteArrayOutputStream(),
                new ByteArrayOutputStream());
    }

    private static byte[] run(InputStream in, String... args) {
        var out = new ByteArrayOutputStream();
        int code = Main.run(args, in, out, new ByteArrayOutputStream());
        if (code != ExitCode.DONE) {
            throw new IllegalStateException(String.join(" ", args) + " returned " + code);
        }
        return out.toByteArray();
    }
}
