package io.tenantry.cluster;

import io.tenantry.cluster.server.Answer;
import io.tenantry.cluster.server.ApiServer;
import io.tenantry.cluster.server.Call;
import io.tenantry.cluster.server.ClusterException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Long lists, page by page, so that their length takes no memory. */
final class Page {
    private static final int ITEMS = 500;

    private Page() {}

    /**
     * Hands over every object of a list.
     *
     * @param selector of labels; empty for all
     * @param what for messages, as in {@code configmaps}
     */
    static void forEach(ApiServer server, String path, String selector, String what, Consumer<JsonNode> action) {
        var query = path + "?limit=" + ITEMS + (selector.isEmpty() ? "" : "&labelSelector=" + encode(selector));
        var next = "";
        do {
            var call = Call.list(next.isEmpty() ? query : query + "&continue=" + encode(next));
            var answer = server.send(call);
            if (answer.status() == Answer.GONE) {
                throw new ClusterException("listing " + what + " took too long for the server; try again");
            }
            if (!answer.succeeded()) {
                throw ApiServer.refused(answer, call, what);
            }
            var list = answer.tree();
            list.path("items").forEach(action);
            next = list.path("metadata").path("continue").asString("");
        } while (!next.isEmpty());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
