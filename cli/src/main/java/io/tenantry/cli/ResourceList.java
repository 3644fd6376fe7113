package io.tenantry.cli;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.tenantry.Input;
import io.tenantry.Labels;
import io.tenantry.Source;
import io.tenantry.manifest.Manifest;
import io.tenantry.manifest.ManifestWriter;
import io.tenantry.manifest.Rendered;
import io.tenantry.validation.ValidationResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The input and output of a <a
 * href="https://github.com/kubernetes-sigs/kustomize/blob/master/cmd/config/docs/api-conventions/functions-spec.md">KRM
 * function</a>.
 *
 * <p>Tenants and the profile are read from {@code items} and {@code functionConfig}. All items pass through, except what
 * an earlier run rendered, which the new objects take the place of.
 */
final class ResourceList {
    private static final String GROUP = "tenantry.io/";

    private final @Nullable Object functionConfig;
    private final List<Object> items = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private final Map<String, FileReference> files = new HashMap<>();

    /** Where an item came from, as {@code results} names it. */
    record FileReference(String path, int index) {}

    private ResourceList(Map<?, ?> list) {
        this.functionConfig = list.get("functionConfig");
    }

    static ResourceList read(InputStream in) throws IOException, MalformedListException {
        var map = ResourceListReader.read(in);
        var list = new ResourceList(map);
        list.addSource(list.functionConfig, new FileReference("functionConfig", 0));
        if (map.get("items") instanceof List<?> items) {
            for (var item : items) {
                list.addSource(item, ResourceListReader.origin(item));
                if (!isRendered(item)) {
                    list.items.add(item);
                }
            }
        }
        return list;
    }

    Input input() {
        return Input.of(sources, List.of());
    }

    /** Prints the list with the rendered objects. */
    void write(Rendered rendered, OutputStream out) throws IOException {
        var all = new ArrayList<>(items);
        rendered.shared().stream().map(Manifest::object).forEach(all::add);
        for (var tenant : rendered.tenants()) {
            rendered.objects(tenant).stream().map(Manifest::object).forEach(all::add);
        }
        write(all, rendered.validation(), out);
    }

    /** Prints the list with the reasons why nothing was rendered. */
    void write(ValidationResult result, OutputStream out) throws IOException {
        write(items, result, out);
    }

    private void write(List<Object> all, ValidationResult result, OutputStream out) throws IOException {
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("apiVersion", ResourceListReader.API_VERSION);
        content.put("kind", ResourceListReader.KIND);
        if (functionConfig != null) {
            content.put("functionConfig", functionConfig);
        }
        content.put("items", all);
        content.put("results", FunctionResult.of(result, files));
        write(content, out);
    }

    private void addSource(@Nullable Object document, FileReference file) throws IOException {
        if (document instanceof Map<?, ?> map
                && String.valueOf(map.get("apiVersion")).startsWith(GROUP)) {
            var name = file.index() == 0 ? file.path() : file.path() + "#" + file.index();
            var bytes = new ByteArrayOutputStream();
            write(map, bytes);
            files.put(name, file);
            sources.add(new Source(name, bytes.toByteArray()));
        }
    }

    private static boolean isRendered(Object item) {
        return Labels.TENANTRY.equals(
                ResourceListReader.metadata(item, "labels").get(Labels.MANAGED_BY));
    }

    private static void write(Map<?, ?> content, OutputStream out) throws IOException {
        var object = new GenericKubernetesResource();
        content.forEach((key, value) -> object.setAdditionalProperty(String.valueOf(key), value));
        try (var writer = ManifestWriter.yaml(out)) {
            writer.write(object);
        }
    }
}
