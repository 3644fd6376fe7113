package io.tenantry.testkit.controlplane;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * A resource that an API server serves, as its discovery says.
 *
 * @param path of all objects, or of those in a namespace that takes the place of {@code %s}
 * @param name in the plural, with {@code /subresource} where it is one
 */
public record ServedResource(String group, String path, String name, boolean namespaced, Set<String> verbs) {
    public ServedResource {
        verbs = Collections.unmodifiableSortedSet(new TreeSet<>(verbs));
    }

    /** All, in every version that is served. */
    public static List<ServedResource> of(ApiClient client) {
        var all = new ArrayList<ServedResource>();
        add("", "/api/v1", client, all);
        for (var group : client.get("/apis").orFail().at("/groups")) {
            for (var version : group.path("versions")) {
                add(
                        group.path("name").asString(),
                        "/apis/" + version.path("groupVersion").asString(),
                        client,
                        all);
            }
        }
        return List.copyOf(all);
    }

    public boolean isSubresource() {
        return name.contains("/");
    }

    private static void add(String group, String root, ApiClient client, List<ServedResource> all) {
        for (var resource : client.get(root).orFail().at("/resources")) {
            var name = resource.path("name").asString();
            boolean namespaced = resource.path("namespaced").asBoolean();
            var path = root + (namespaced ? "/namespaces/%s/" : "/") + name;
            all.add(new ServedResource(group, path, name, namespaced, texts(resource.path("verbs"))));
        }
    }

    private static Set<String> texts(JsonNode list) {
        var texts = new TreeSet<String>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
