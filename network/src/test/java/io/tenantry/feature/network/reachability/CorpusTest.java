package io.tenantry.feature.network.reachability;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The conformance corpus: sets of policies with the verdict on every connection between their pods. */
class CorpusTest {
    private static final Path CORPUS = Path.of("../../shared/corpora/networkpolicy-verdicts.jsonl");
    private static final char NOT_APPLICABLE = '-';
    private static final JsonMapper JSON = new JsonMapper();

    /** One line of the corpus. */
    record Case(
            int number,
            Map<String, Map<String, String>> namespaces,
            List<CorpusPod> pods,
            List<NetworkPolicy> policies,
            List<String> columns,
            Map<String, Map<String, String>> expect) {}

    record CorpusPod(String ip, Map<String, String> labels, String name, String ns) {}

    @Test
    void agreesWithEveryVerdict() throws IOException {
        assumeTrue(Files.exists(CORPUS), "the corpus " + CORPUS + " is not there");
        var disagreements = new ArrayList<String>();
        long verdicts = 0;
        for (var line : Files.readAllLines(CORPUS)) {
            verdicts += compare(parse(line), disagreements);
        }

        assertThat(disagreements).isEmpty();
        assertThat(verdicts).isEqualTo(152_580);
    }

    private static long compare(Case one, List<String> disagreements) {
        var reachability = Reachability.under(one.policies(), one.namespaces());
        var endpoints = endpoints(one);
        long verdicts = 0;
        for (var ports : one.expect().entrySet()) {
            var port = port(ports.getKey());
            for (var row : ports.getValue().entrySet()) {
                var source = requireNonNull(endpoints.get(row.getKey()));
                for (int i = 0; i < one.columns().size(); i++) {
                    var column = one.columns().get(i);
                    char expected = row.getValue().charAt(i);
                    if (expected == NOT_APPLICABLE) {
                        continue;
                    }
                    verdicts++;
                    char actual = sign(reachability.verdict(source, requireNonNull(endpoints.get(column)), port));
                    if (actual != expected) {
                        disagreements.add("case %d: %s to %s on %s is %s but must be %s"
                                .formatted(one.number(), row.getKey(), column, port, actual, expected));
                    }
                }
            }
        }
        return verdicts;
    }

    private static char sign(Verdict verdict) {
        boolean out = verdict.egress().allowed();
        boolean in = verdict.ingress().allowed();
        return out ? in ? '.' : 'I' : in ? 'E' : 'X';
    }

    /** All ends by the names of the columns; each pod serves the ports of the corpus under their customary names. */
    private static Map<String, Endpoint> endpoints(Case one) {
        var endpoints = new TreeMap<String, Endpoint>();
        for (var listed : one.pods()) {
            var pod = Pod.in(listed.ns(), listed.name())
                    .withLabels(listed.labels())
                    .withAddress(listed.ip());
            for (var served : one.expect().keySet()) {
                var port = port(served);
                pod = pod.withPort(
                        "serve-" + port.number() + "-" + port.protocol().name().toLowerCase(Locale.ROOT), port);
            }
            endpoints.put(listed.ns() + "/" + listed.name(), pod);
        }
        one.columns().stream()
                .filter(column -> column.startsWith("ext:"))
                .forEach(column -> endpoints.put(column, Outside.of(column.substring("ext:".length()))));
        return endpoints;
    }

    private static Port port(String text) {
        int slash = text.indexOf('/');
        return new Port(Protocol.valueOf(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    private static Case parse(String line) {
        var tree = JSON.readTree(line);
        var policies = new ArrayList<NetworkPolicy>();
        tree.get("policies").forEach(policy -> policies.add(Policies.ofJson(policy.toString())));
        return new Case(
                tree.get("case").asInt(),
                JSON.convertValue(tree.get("namespaces"), new TypeReference<>() {}),
                JSON.convertValue(tree.get("pods"), new TypeReference<>() {}),
                policies,
                JSON.convertValue(tree.get("columns"), new TypeReference<>() {}),
                JSON.convertValue(tree.get("expect"), new TypeReference<>() {}));
    }
}
