package io.tenantry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.validation.Names;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user gets to see for every kind of bad input, through {@code render}. */
class BadInputTest {
    private static final String HEAD =
            "apiVersion: tenantry.io/v1alpha1\nkind: Tenant\nmetadata: {name: acme}\nspec:\n";
    private static final int MANY = 10_000;

    @TempDir
    Path directory;

    /** The text of a spec, indented from line 5 on, with {@code ~} for a new line; the place; the code; part of the fix. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // unknown keys, wrong types, keys twice
                "isolationLevl: strict | 5:3 | KEY_UNKNOWN | did you mean isolationLevel?",
                "quota: {cpuQouta: 1} | 5:11 | KEY_UNKNOWN | did you mean cpuQuota?",
                "jobsQuota: 5 | 5:3 | KEY_UNKNOWN | did you mean jobQuota?",
                "backup: {} | 5:3 | KEY_OF_ABSENT_MODULE | tenantry-backup",
                "monthlyBudget: 100 | 5:3 | KEY_OF_ABSENT_MODULE | tenantry-billing",
                "description: [a] | 5:16 | TYPE_MISMATCH | ",
                "quota: 5 | 5:10 | TYPE_MISMATCH | ",
                "namespaces: a | 5:15 | TYPE_MISMATCH | ",
                "podQuota: many | 5:13 | VALUE_INVALID | 500",
                "owner: a~owner: b | 6:3 | DUPLICATE_KEY | ",
                // names and namespaces
                "namespace: Acme_Prod | 5:14 | NAME_INVALID | lower-case",
                "namespaces: [acme-prod, acme-prod] | 5:27 | NAMESPACE_TWICE | ",
                "namespace: kube-acme | 5:14 | NAMESPACE_OF_SYSTEM | ",
                "namespace: default | 5:14 | NAMESPACE_OF_SYSTEM | ",
                // labels
                "labels: {tenantry.io/tenant: other} | 5:32 | LABEL_RESERVED | ",
                "labels: {pod-security.kubernetes.io/enforce: privileged} | 5:48 | LABEL_RESERVED | ",
                "labels: {kubernetes.io/metadata.name: x} | 5:41 | LABEL_RESERVED | ",
                "annotations: {tenantry.io/min-replicas: '0'} | 5:43 | LABEL_RESERVED | ",
                // quantities
                "cpuQuota: banana | 5:13 | VALUE_INVALID | write it such as 500m, 2 or 1Gi",
                "cpuQuota: -1 | 5:13 | QUOTA_NEGATIVE | ",
                "podQuota: -3 | 5:13 | QUOTA_NEGATIVE | ",
                "memoryQuota: 1e400 | 5:16 | VALUE_INVALID | smaller",
                "podQuota: 99999999999999999999 | 5:13 | VALUE_INVALID | smaller",
                "cpuQuota: 0.0000000001 | 5:13 | VALUE_INVALID | fewer decimals",
                "cpuQuota: 1~namespaces: [{name: a, cpuQuota: 2}] | 5:13 | QUOTA_SHARES_ABOVE_TOTAL | ",
                // contradictions
                "cpuLimit: 1 | 5:13 | QUOTA_LIMIT_BELOW_REQUESTS | ",
                "limits: {podCpuRequest: 9, containerCpuLimit: 8} | 5:27 | LIMITS_REQUEST_ABOVE_MAX | ",
                "limits: {qosClass: Guaranteed, allowBursting: true} | 5:49 | LIMITS_QOS_BURSTING | ",
                "quota: {loadBalancerQuota: 1} | 5:30 | QUOTA_LOAD_BALANCER_NEEDS_NODE_PORTS | ",
                "quota: {scopes: [BestEffort, NotBestEffort]} | 5:32 | QUOTA_SCOPES_EXCLUDE | ",
                // who may do what, and what may run
                "rbac: {roles: {x: {verbs: [gett], resources: [pods]}}} | 5:29 | RBAC_VERB_UNKNOWN | did you mean get?",
                "rbac: {roles: {x: {verbs: [get], resources: [deploymnts]}}} | 5:47 | RBAC_RESOURCE_UNKNOWN | did you mean deployments?",
                "admins: ['group:system:masters'] | 5:11 | RBAC_SUBJECT_SYSTEM | ",
                "admins: [{kind: Group, name: 'system:authenticated'}] | 5:11 | RBAC_SUBJECT_SYSTEM | ",
                "allowedRegistries: ['https://gcr.io'] | 5:22 | ISOLATION_REGISTRY | write gcr.io",
                "allowedRegistries: [gcr.io/../x] | 5:22 | ISOLATION_REGISTRY | ",
                "blockedRegistries: [GCR.io] | 5:22 | ISOLATION_REGISTRY | write gcr.io",
                "blockedRegistries: [gcr.io]~allowedRegistries: [gcr.io/a] | 5:22 | ISOLATION_REGISTRIES_NONE_LEFT | ",
                "restrictedCapabilities: [NET_ADMN] | 5:27 | ISOLATION_CAPABILITY | write NET_ADMIN",
                "dedicatedNodes: true | 5:19 | ISOLATION_NODES_UNNAMED | nodeAffinity",
                "isolationLevel: strict~allowPrivilegedContainers: true~allowedRegistries: [gcr.io] | 6:30 | ISOLATION_LEVEL | standard",
                "isolationLevel: strict~imageVerification: true~allowedRegistries: [gcr.io] | 6:22 | STRICT_NOT_ENFORCED | acceptsNotEnforced",
                "isolationLevel: strict | 5:3 | ISOLATION_REGISTRIES_MISSING | ",
                // what YAML 1.1 would have made something else of
                "limits: {allowBursting: no} | 5:27 | VALUE_INVALID | write false",
                "podQuota: 0o17 | 5:13 | VALUE_INVALID | decimal digits",
                "podQuota: 1e3 | 5:13 | VALUE_INVALID | decimal digits",
                "podQuota: 12:30 | 5:13 | VALUE_INVALID | decimal digits",
                "podQuota: 2026-01-01 | 5:13 | VALUE_INVALID | decimal digits",
                "<<: {owner: a} | 5:3 | MERGE_KEY | ",
            })
    void showsThePlaceAndTheFix(String spec, String place, String code, String fix) {
        var run = Cli.withInput(HEAD + "  " + spec.replace("~", "\n  ") + "\n", "render", "-");

        var at = place.split(":", -1);
        assertRefused(run, "stdin", Integer.parseInt(at[0]), Integer.parseInt(at[1]), code);
        assertThat(run.err()).contains(fix == null ? "fix: " : fix);
    }

    @Test
    void refusesToVerifyImagesWithoutKeys() {
        var profile = HEAD.replace("Tenant", "ClusterProfile") + "  addOns: [kyverno]\n---\n";

        var run = Cli.withInput(profile + HEAD + "  imageVerification: true\n", "render", "-");

        assertRefused(run, "stdin", 11, 22, "ISOLATION_IMAGE_KEYS");
        assertThat(run.err()).contains("isolation.imageKeys");
    }

    @Test
    void refusesLinesThatDoNotLineUp() {
        assertRefused(Cli.withInput(HEAD + "\towner: a\n", "render", "-"), "stdin", 5, 1, "TAB_INDENTATION");
        assertRefused(
                Cli.withInput(HEAD + "  owner: a\n description: b\n", "render", "-"),
                "stdin",
                6,
                2,
                "YAML_INDENTATION");
    }

    /** The same for documents as a whole. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | 1:1 | DOCUMENT_EMPTY",
                "# nothing~ | 1:1 | DOCUMENT_EMPTY",
                "apiVersion: v1~kind: Pod | 1:13 | API_VERSION_UNKNOWN",
                "apiVersion: tenantry.io/v1alpha1~kind: Tenannt | 2:7 | KIND_UNKNOWN",
                "- a | 1:1 | DOCUMENT_NOT_A_MAPPING",
                "{\"kind\": \"Tenant\", | 1:19 | YAML_SYNTAX",
            })
    void refusesDocumentsThatAreNone(String document, String place, String code) {
        assertRefused(Cli.withInput(document.replace('~', '\n'), "render", "-"), "stdin:" + place, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.19", "1.99", "v2.0", "newest", "1"})
    void refusesVersionsOutOfRange(String version) {
        var profile = HEAD.replace("Tenant", "ClusterProfile") + "  kubernetesVersion: '" + version + "'\n";

        assertRefused(Cli.withInput(profile, "render", "-"), "stdin", 5, 22, "VALUE_INVALID");
    }

    @Test
    void refusesInvalidUtf8() throws IOException {
        var file = directory.resolve("latin.yaml");
        Files.write(file, (HEAD + "  owner: caf\u00e9\n").getBytes(StandardCharsets.ISO_8859_1));

        assertRefused(Cli.run("render", file.toString()), file.toString(), 5, 13, "NOT_UTF8");
    }

    @Test
    void refusesAnAliasBomb() {
        var bomb = new StringBuilder(HEAD + "  a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("  a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
        }

        var run = Cli.withInput(bomb.toString(), "render", "-");

        assertRefused(run, "stdin:", "ALIAS_BOMB");
    }

    @Test
    void refusesAFileThatIsTooLarge() throws IOException {
        var file = directory.resolve("large.yaml");
        Files.writeString(file, HEAD + "#".repeat(50 << 20));

        assertRefused(Cli.run("render", file.toString()), file + ":1:1", "SOURCE_TOO_LARGE");
        assertRefused(Cli.withInput("#".repeat(50 << 20), "render", "-"), "stdin:1:1", "SOURCE_TOO_LARGE");
    }

    @Test
    void refusesNestingWithoutEnd() {
        var block = new StringBuilder(HEAD);
        for (int i = 1; i <= MANY / 10; i++) {
            block.append(" ".repeat(i)).append("a:\n");
        }
        for (var text : new String[] {
            "[".repeat(MANY), "{\"a\":".repeat(MANY), "- ".repeat(MANY), "? ".repeat(MANY), block.toString()
        }) {
            var run = Cli.withInput(text, "render", "-");

            assertRefused(run, "stdin:", "NESTING_TOO_DEEP");
        }
    }

    @Test
    void refusesNamesThatAreTooLongAndTakesTheLongest() {
        var longest = HEAD.replace("acme", "a".repeat(63));

        assertRefused(
                Cli.withInput(longest.replace("name: a", "name: aa"), "render", "-"), "stdin", 3, 18, "NAME_INVALID");
        assertThat(Cli.withInput(longest, "render", "-o", "json", "-").json().path("items"))
                .extracting(item -> item.at("/metadata/name").asString())
                .allSatisfy(name -> assertThat(Names.subdomain(name)).isEmpty());
    }

    @Test
    void refusesTwoTenantsOfOneNameAndOfOneNamespace() {
        var twins = HEAD + "  namespace: x\n---\n" + HEAD + "  namespace: x\n";

        var run = Cli.withInput(twins, "render", "-");

        assertRefused(run, "stdin", 9, 18, "TENANT_TWICE");
        assertRefused(run, "stdin", 11, 14, "NAMESPACE_TWICE");
    }

    @Test
    void showsAllProblemsOfAllFilesAtOnce() throws IOException {
        Files.writeString(directory.resolve("a.yaml"), HEAD + "  cpuQuota: banana\n  namespace: kube-x\n");
        Files.writeString(directory.resolve("b.yml"), HEAD + "\towner: a\n");
        Files.writeString(directory.resolve("c.json"), "{\"kind\": 1}");

        var run = Cli.run("render", directory.toString());

        for (var code :
                new String[] {"VALUE_INVALID", "NAMESPACE_OF_SYSTEM", "TAB_INDENTATION", "API_VERSION_UNKNOWN"}) {
            assertRefused(run, directory.toString(), code);
        }
    }

    /** YAML 1.1 traps where text is expected: it is the text that was written. */
    @ParameterizedTest
    @ValueSource(strings = {"no", "1e3", "0o17", "12:30", "2026-01-01", "0x1F", "1_000", "~x", ".inf", "=", "yes"})
    void takesForTextWhatStandsWhereTextIsExpected(String text) {
        var namespace = Cli.withInput(
                        HEAD + "  owner: " + text + "\n", "render", "--feature", "core", "-o", "json", "-")
                .json()
                .at("/items/0");

        assertThat(namespace.at("/metadata/annotations/tenantry.io~1owner").asString())
                .isEqualTo(text);
    }

    /** Nothing written, and the problem with its line and a caret under the column. */
    private static void assertRefused(Cli run, String file, int line, int column, String code) {
        assertRefused(run, file + ":" + line + ":" + column, code);
        var shown = "(?m)^\\Q%s:%d:%d: \\Eerror: .*\\[%s]\\n +%d \\| .*\\n {6}\\| {%d}\\^$";
        assertThat(run.err()).containsPattern(shown.formatted(file, line, column, code, line, column));
    }

    private static void assertRefused(Cli run, String place, String code) {
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .containsPattern("(?m)^\\Q" + place + "\\E.*: error: .*\\[" + code + "]$")
                .doesNotContain("\tat ", "Exception", "io.tenantry.");
    }
}
