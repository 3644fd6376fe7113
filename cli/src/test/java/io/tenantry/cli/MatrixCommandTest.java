package io.tenantry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MatrixCommandTest {
    private static final String TENANTS = Cli.ACME + "---\n" + Cli.WIDGETS;
    private static final String OPENING = """
        apiVersion: v1
        kind: List
        items:
        - apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: {name: in, namespace: widgets}
          spec: {podSelector: {}, policyTypes: [Ingress], ingress: [{ports: [{port: 5432}]}]}
        - apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: {name: out, namespace: acme-corp-dev}
          spec: {podSelector: {}, policyTypes: [Egress], egress: [{}]}
        """;

    @TempDir
    private Path directory;

    @Test
    void printsATableAndAList() {
        var run = Cli.withInput(TENANTS, "matrix", "-");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("# Who can reach whom\n\nTenants cannot reach each other")
                .contains("| acme-corp-dev | all | all | · |")
                .contains("(network.allowToSameTenant)")
                .contains("NOT ENFORCED");
    }

    @Test
    void printsTheShapeThatScriptsRelyOn() {
        var json = Cli.withInput(TENANTS, "matrix", "-o", "json", "-").json();

        assertThat(json.propertyNames()).containsExactly("nodes", "edges", "proof");
        assertThat(json.at("/nodes/0").propertyNames()).containsExactly("id", "kind", "tenant");
        assertThat(json.at("/edges/0").propertyNames()).containsExactly("from", "to", "ports", "example", "decidedBy");
        assertThat(json.at("/edges/0/decidedBy/0").propertyNames()).containsExactly("policy", "rule", "parameter");
        assertThat(json.path("proof").propertyNames()).containsExactly("separated", "assumptions", "counterexamples");
        assertThat(json.at("/proof/separated").asBoolean()).isTrue();
    }

    @Test
    void printsAPageThatNeedsNothingElse() {
        var run = Cli.withInput(TENANTS, "matrix", "-o", "html", "-");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("<!DOCTYPE html>")
                .contains("\"id\": \"acme-corp-dev\"")
                .doesNotContain("http://", "https://", "\"MATRIX\"");
    }

    @Test
    void drawsWhatIsOpen() {
        assertThat(Cli.withInput(TENANTS, "matrix", "-o", "mermaid", "-").out())
                .startsWith("flowchart LR\n  subgraph tenant_0[\"acme-corp\"]\n    n0[\"acme-corp-dev\"]\n")
                .contains("  n0 -->|\"all\"| n1\n")
                .contains("[\"kube-system\"]");
    }

    @Test
    void endsWithOneWhereTenantsAreNotSeparated() throws IOException {
        var run = Cli.withInput(TENANTS, "matrix", "-o", "json", "--with", opening(), "-");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("tenant acme-corp can reach tenant widgets: a pod of acme-corp-dev → a pod of widgets"
                        + " on TCP 5432\n");
        assertThat(run.json().at("/proof/counterexamples/0/opening").asString())
                .isEqualTo("TCP 5432 by acme-corp-dev/out egress[0] and widgets/in ingress[0]");
    }

    @Test
    void failsValidationAndRenderingWhereTenantsAreNotSeparated() throws IOException {
        for (var command : new String[] {"validate", "render"}) {
            var run = Cli.withInput(TENANTS, command, "--with", opening(), "-");

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("[NETWORK_NOT_SEPARATED]");
            assertThat(Cli.withInput(TENANTS, command, "-").code()).isZero();
        }
    }

    @Test
    void showsWhatOpensAgainstAnOlderVersion() throws IOException {
        var old = Files.writeString(directory.resolve("old.yaml"), Cli.WIDGETS.stripTrailing() + """

            spec:
              network: {allowToDns: false}
            """)
                .toString();
        var opens = Cli.withInput(Cli.WIDGETS, "matrix", "--diff", old, "-");
        var closes = Cli.run("matrix", "--diff", write("new.yaml", Cli.WIDGETS), old);

        assertThat(opens.code()).isEqualTo(1);
        assertThat(opens.out())
                .startsWith("opens widgets → kube-system TCP 53 UDP 53\n")
                .contains("(network.allowToDns)");
        assertThat(closes.code()).isZero();
        assertThat(closes.out()).startsWith("closes widgets → kube-system TCP 53 UDP 53\n");
        assertThat(Cli.run("matrix", "--diff", old, old).out()).isEqualTo("nothing opens or closes\n");
    }

    @Test
    void drawsWhatOpensAndClosesOnAPage() throws IOException {
        var old = write("old.yaml", Cli.ACME + "---\n" + Cli.WIDGETS + "spec: {network: {allowToDns: false}}\n");

        var run = Cli.withInput(Cli.WIDGETS, "matrix", "--diff", old, "-o", "html", "-");

        assertThat(run.code()).isEqualTo(1);
        var changes = dataOf(run.out());
        assertThat(changes.propertyNames()).containsExactly("nodes", "opens", "closes", "proof");
        assertThat(changes.path("nodes").findValuesAsString("id"))
                .startsWith("acme-corp-dev", "acme-corp-prod", "widgets");
        assertThat(changes.at("/opens/0/ports").asString()).isEqualTo("TCP 53 UDP 53");
        assertThat(changes.path("closes").findValuesAsString("from"))
                .contains("acme-corp-dev")
                .doesNotContain("widgets");
    }

    private static JsonNode dataOf(String page) {
        int start = page.indexOf("application/json\">") + "application/json\">".length();
        return JsonMapper.shared().readTree(page.substring(start, page.indexOf("</script>", start)));
    }

    @Test
    void refusesWhatTheProofKnowsNothingOf() throws IOException {
        var run = Cli.withInput(
                TENANTS,
                "validate",
                "--with",
                write("other.yaml", "kind: CiliumNetworkPolicy\nmetadata: {name: a}\n"),
                "-");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("has an object of kind CiliumNetworkPolicy")
                .contains("[EXISTING_UNREADABLE]");
    }

    private String opening() throws IOException {
        return write("existing.yaml", OPENING);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }
}
