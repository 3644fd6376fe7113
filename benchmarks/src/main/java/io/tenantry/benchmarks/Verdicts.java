package io.tenantry.benchmarks;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.tenantry.feature.network.reachability.Endpoint;
import io.tenantry.feature.network.reachability.Outside;
import io.tenantry.feature.network.reachability.Pod;
import io.tenantry.feature.network.reachability.Port;
import io.tenantry.feature.network.reachability.Protocol;
import io.tenantry.feature.network.reachability.Reachability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All verdicts of the conformance corpus, and as a measure the same number of look-ups of source and destination in a
 * hash map. Times are per verdict. Run from the root of a checkout with the corpus beside it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class Verdicts {
    private static final Path CORPUS = Path.of("../shared/corpora/networkpolicy-verdicts.jsonl");
    private static final JsonMapper JSON = new JsonMapper();
    private static final int VERDICTS = 152_580;

    private final List<Question> questions = new ArrayList<>();
    private final Map<Pair, Boolean> answers = new HashMap<>();

    private record Pair(String source, String destination) {}

    private record Question(Reachability under, Endpoint source, Endpoint destination, Port port, Pair pair) {}

    /** Reads the corpus. */
    @Setup
    public void read() throws IOException {
        for (var line : Files.readAllLines(CORPUS)) {
            add(JSON.readTree(line));
        }
        if (questions.size() != VERDICTS) {
            throw new IllegalStateException(questions.size() + " verdicts in " + CORPUS);
        }
    }

    @Benchmark
    @OperationsPerInvocation(VERDICTS)
    public void verdict(Blackhole sink) {
        for (var question : questions) {
            sink.consume(question.under().verdict(question.source(), question.destination(), question.port()));
        }
    }

    @Benchmark
    @OperationsPerInvocation(VERDICTS)
    public void lookUp(Blackhole sink) {
        for (var question : questions) {
            sink.consume(answers.get(question.pair()));
        }
    }

    private void add(JsonNode set) {
        var policies = new ArrayList<NetworkPolicy>();
        set.get("policies").forEach(policy -> policies.add(JSON.convertValue(policy, NetworkPolicy.class)));
        var labels = JSON.convertValue(set.get("namespaces"), new TypeReference<Map<String, Map<String, String>>>() {});
        var reachability = Reachability.under(policies, labels);
        var ends = ends(set);
        var columns = JSON.convertValue(set.get("columns"), new TypeReference<List<String>>() {});
        set.get("expect")
                .properties()
                .forEach(ports -> ports.getValue().properties().forEach(row -> {
                    for (int i = 0; i < columns.size(); i++) {
                        if (row.getValue().asString().charAt(i) != '-') {
                            var pair = new Pair(set.get("case").asInt() + row.getKey(), columns.get(i));
                            answers.put(pair, row.getValue().asString().charAt(i) == '.');
                            questions.add(new Question(
                                    reachability,
                                    Objects.requireNonNull(ends.get(row.getKey())),
                                    Objects.requireNonNull(ends.get(columns.get(i))),
                                    port(ports.getKey()),
                                    pair));
                        }
                    }
                }));
    }

    private static Map<String, Endpoint> ends(JsonNode set) {
        var ends = new HashMap<String, Endpoint>();
        for (var listed : set.get("pods")) {
            var labels = JSON.convertValue(listed.get("labels"), new TypeReference<Map<String, String>>() {});
            var pod = Pod.in(listed.get("ns").asString(), listed.get("name").asString())
                    .withLabels(labels)
                    .withAddress(listed.get("ip").asString());
            for (var served : set.get("expect").propertyNames()) {
                var port = port(served);
                var protocol = port.protocol().name().toLowerCase(Locale.ROOT);
                pod = pod.withPort("serve-" + port.number() + "-" + protocol, port);
            }
            ends.put(pod.namespace() + "/" + pod.name(), pod);
        }
        for (var column : set.get("columns")) {
            if (column.asString().startsWith("ext:")) {
                ends.put(column.asString(), Outside.of(column.asString().substring("ext:".length())));
            }
        }
        return ends;
    }

    private static Port port(String text) {
        int slash = text.indexOf('/');
        return new Port(Protocol.valueOf(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }
}
