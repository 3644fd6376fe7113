package io.tenantry.feature.isolation;

import static io.tenantry.feature.isolation.Tenants.TENANTRY;
import static io.tenantry.feature.isolation.Tenants.account;
import static io.tenantry.feature.isolation.Tenants.acme;
import static io.tenantry.testkit.Documents.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.IsolationLevel;
import io.tenantry.KubernetesVersion;
import io.tenantry.manifest.Account;
import io.tenantry.spi.Mechanism;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The tables of {@code docs/isolation.md} say what the code does; {@code -Dgolden.update} rewrites them. */
class PageTablesTest {
    private static final Path PAGE = Path.of("../docs/isolation.md");

    /** Values with an effect, where the type alone does not say one. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("podSecurityPolicy", "baseline"),
            Map.entry("restrictedCapabilities", "[NET_RAW]"),
            Map.entry("allowedResources", "[deployments]"),
            Map.entry("allowedRegistries", "[registry.example]"),
            Map.entry("blockedRegistries", "[registry.example]"),
            Map.entry("dedicatedNodes", "true, nodeAffinity: {pool: acme}"),
            Map.entry("nodeAffinity", "{disk: ssd}"),
            Map.entry("allowedPriorityClasses", "[high]"),
            Map.entry("allowedRuntimeClasses", "[gvisor]"),
            Map.entry("selinuxLevel", "\"s0:c1,c2\", selinux: true"),
            Map.entry("allowPrivilegedContainers", "true, podSecurityPolicy: privileged"),
            Map.entry("allowedStorageClasses", "[fast]"),
            Map.entry("allowedIngressHosts", "[shop.example.com]"),
            Map.entry("auditLevel", "Request"));

    @Test
    void pageHasThePresetsOfEachLevel() throws IOException {
        var rows = Arrays.stream(Isolation.class.getRecordComponents())
                .map(component -> Arrays.stream(IsolationLevel.values())
                        .map(level -> text(value(component, Presets.of(level))))
                        .collect(Collectors.joining(" | ", "| `" + component.getName() + "` | ", " |")))
                .collect(Collectors.joining("\n"));
        assertPageHas("presets", "| parameter | strict | standard | permissive |\n|---|---|---|---|\n" + rows);
    }

    @Test
    void pageHasWhatEachVersionEnforces() throws IOException {
        var rows = Arrays.stream(Isolation.class.getRecordComponents())
                .map(RecordComponent::getName)
                .map(key -> "| `" + key + "` | " + since(key) + " |")
                .collect(Collectors.joining("\n"));
        assertPageHas("versions", "| parameter | enforced by | from Kubernetes |\n|---|---|---|\n" + rows);
    }

    private static String since(String key) {
        return IntStream.rangeClosed(KubernetesVersion.OLDEST.minor(), KubernetesVersion.NEWEST.minor())
                .mapToObj(minor -> new KubernetesVersion(1, minor))
                .filter(version -> accountAt(key, version).enforced())
                .findFirst()
                .map(version -> by(accountAt(key, version)) + " | " + version)
                .orElse("nothing | –");
    }

    private static Account accountAt(String key, KubernetesVersion version) {
        var input = acme("isolation: {" + key + ": " + VALUES.getOrDefault(key, "true") + "}")
                .plus(profile("kubernetesVersion: \"" + version + "\""));
        return account(TENANTRY.render(input), "spec.isolation." + key);
    }

    private static String by(Account account) {
        return account.enforcedBy().stream()
                .map(by -> by.mechanism() == Mechanism.ADMISSION && !by.object().contains("#")
                        ? "`" + by.object().substring(by.object().lastIndexOf('/') + 1) + "`"
                        : by.mechanism().toString())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Optional<Object> value(RecordComponent component, Isolation isolation) {
        try {
            return Optional.ofNullable(component.getAccessor().invoke(isolation));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Optional<Object> value) {
        return value.map(known -> known instanceof List<?> list
                        ? list.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"))
                        : known.toString())
                .orElse("–");
    }

    private static void assertPageHas(String name, String table) throws IOException {
        var page = Files.readString(PAGE);
        var begin = page.indexOf("<!-- " + name + " -->\n");
        var end = page.indexOf("<!-- end of " + name + " -->");
        assertThat(begin).isPositive();
        assertThat(end).isGreaterThan(begin);
        var generated = page.substring(0, begin) + "<!-- " + name + " -->\n" + table + "\n" + page.substring(end);
        if (isUpdate() && !"true".equals(System.getenv("CI"))) {
            Files.writeString(PAGE, generated);
        } else {
            assertThat(page).as("rewrite it with -Dgolden.update").isEqualTo(generated);
        }
    }

    private static boolean isUpdate() {
        return !System.getProperty("golden.update", "false").equals("false");
    }
}
