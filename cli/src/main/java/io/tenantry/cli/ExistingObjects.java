package io.tenantry.cli;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.tenantry.Source;
import io.tenantry.Sources;
import io.tenantry.validation.Location;
import io.tenantry.validation.Problem;
import io.tenantry.validation.Severity;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** NetworkPolicies and Namespaces as kubectl prints them, alone or in lists. */
final class ExistingObjects {
    private final List<HasMetadata> objects = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private ExistingObjects() {}

    static ExistingObjects read(List<String> paths, InputStream stdin) {
        var all = new ExistingObjects();
        var sources = Sources.of(paths, stdin);
        all.problems.addAll(sources.problems());
        sources.sources().forEach(all::read);
        return all;
    }

    List<HasMetadata> objects() {
        return objects;
    }

    List<Problem> problems() {
        return problems;
    }

    private void read(Source source) {
        var settings = LoadSettings.builder()
                .setLabel(source.name())
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        try {
            var text = new String(source.content(), StandardCharsets.UTF_8);
            new Load(settings).loadAllFromString(text).forEach(document -> add(source, document));
        } catch (YamlEngineException | StackOverflowError e) {
            problem(source, "is not YAML: " + OneLine.of(e.getMessage()));
        }
    }

    private void add(Source source, Object document) {
        if (!(document instanceof Map<?, ?> map)) {
            problem(source, "has a document that is no object");
            return;
        }
        var kind = String.valueOf(map.get("kind"));
        if (kind.endsWith("List") && map.get("items") instanceof List<?> items) {
            items.forEach(item -> add(source, item));
            return;
        }
        try {
            switch (kind) {
                case "NetworkPolicy" -> objects.add(named(map, NetworkPolicy.class));
                case "Namespace" -> objects.add(named(map, Namespace.class));
                default ->
                    problem(
                            source,
                            "has an object of kind " + OneLine.of(kind)
                                    + ", of which the proof knows nothing, but must have NetworkPolicies and"
                                    + " Namespaces");
            }
        } catch (JacksonException | IllegalArgumentException e) {
            problem(source, "has a " + kind + " that cannot be read: " + OneLine.of(e.getMessage()));
        }
    }

    private static HasMetadata named(Map<?, ?> map, Class<? extends HasMetadata> type) {
        var object = JsonMapper.shared().convertValue(map, type);
        if (object.getMetadata() == null || object.getMetadata().getName() == null) {
            throw new IllegalArgumentException("it has no name");
        }
        return object;
    }

    private void problem(Source source, String message) {
        problems.add(new Problem(
                Severity.ERROR,
                "EXISTING_UNREADABLE",
                message,
                "write it with kubectl get networkpolicies,namespaces -A -o yaml",
                Location.of(source.name(), 1, 1, "", ""),
                "",
                null));
    }
}
