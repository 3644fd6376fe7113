package io.tenantry.benchmarks;

import io.tenantry.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Made-up tenant files, one tenant each, that differ in names, texts and numbers.
 *
 * <p>The same arguments give the same bytes, on every machine.
 */
final class TenantFiles {
    private static final long SEED = 4;
    private static final List<String> STAGES = List.of("prod", "staging", "dev", "test", "batch", "tools", "sandbox");

    private TenantFiles() {}

    /** So many tenants by name, each with so many namespaces. */
    static List<Source> of(int tenants, int namespaces) {
        var files = new ArrayList<Source>(tenants);
        for (int i = 0; i < tenants; i++) {
            var name = String.format(Locale.ROOT, "tenant-%05d", i);
            files.add(Source.ofString(name + ".yaml", file(name, namespaces, new Random(SEED + i))));
        }
        return files;
    }

    private static String file(String name, int namespaces, Random random) {
        var text = new StringBuilder("""
                # Requested by the team itself; reviewed by the platform team.
                apiVersion: tenantry.io/v1alpha1
                kind: Tenant
                metadata:
                  name: %1$s
                spec:
                  displayName: Team %2$d of department %3$d
                  description: "Services and nightly jobs of %1$s: built, tested and run here"
                  isolationLevel: standard
                  owner: team-%2$d@example.com
                  labels:
                    example.com/department: d-%3$d
                  quota:
                    cpuQuota: "%4$d"
                    memoryQuota: %5$dGi
                    storageQuota: %6$dTi
                    podQuota: %7$d
                  limits:
                    podCpuLimit: "8"
                    containerCpuLimit: "4"
                  namespaces:
                """.formatted(
                        name,
                        random.nextInt(1000),
                        random.nextInt(50),
                        100 + random.nextInt(400),
                        512 + random.nextInt(1024),
                        1 + random.nextInt(8),
                        400 + random.nextInt(400)));
        for (int i = 0; i < namespaces; i++) {
            text.append("  - name: ").append(name).append('-').append(STAGES.get(i));
            text.append(i == 0 ? "\n    quota: {podQuota: " + (100 + random.nextInt(100)) + "}\n" : "\n");
        }
        return text.toString();
    }
}
