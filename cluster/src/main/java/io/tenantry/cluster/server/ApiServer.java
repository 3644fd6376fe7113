package io.tenantry.cluster.server;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * An API server, asked as the user of a kubeconfig.
 *
 * <pre>{@code
 * try (var server = ApiServer.open(Connection.usual())) {
 *     var namespaces = server.send(Call.list("/api/v1/namespaces"));
 * }
 * }</pre>
 *
 * <p>A server that asks for patience (429, 503 and the like) is asked again when it says, and one that goes away after
 * it was reached is asked again for a minute, so every call must be one that may be repeated. Safe for use by several
 * threads.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/api-concepts/">Kubernetes API Concepts</a>
 */
public final class ApiServer implements AutoCloseable {
    /** The field manager of all that is applied. */
    public static final String MANAGER = "tenantry";

    private static final String GZIP = "gzip";
    private static final Pattern WARNING = Pattern.compile("299 \\S+ \"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Config config;
    private final HttpClient http;
    private final String root;
    private final Workers workers;
    private volatile boolean reached;

    private ApiServer(Config config, HttpClient http, Workers workers) {
        this.config = config;
        this.http = http;
        this.workers = workers;
        root = config.getMasterUrl().replaceAll("/+$", "");
    }

    /**
     * Reads the credentials; nothing is sent yet.
     *
     * @throws ClusterException when there are none, or they cannot be read
     */
    public static ApiServer open(Connection connection) {
        var config = ClientConfig.of(connection);
        try {
            var http = new JdkHttpClientFactory().newBuilder(config).build();
            return new ApiServer(config, http, new Workers(connection.concurrency()));
        } catch (KubernetesClientException | IllegalArgumentException e) {
            throw new ClusterException("the certificate or key in the kubeconfig cannot be read", e);
        }
    }

    /** Where the server is, for messages. */
    public String url() {
        return root;
    }

    /** Does several things at once, as many as the connection allows. */
    public Workers workers() {
        return workers;
    }

    /**
     * The answer to a call, whatever it is.
     *
     * @throws ClusterException when there is none, or the credentials are not accepted
     */
    public Answer send(Call call) {
        var patience = new Patience();
        while (true) {
            HttpResponse<byte[]> response;
            try {
                response = exchange(call);
            } catch (IOException e) {
                if (reached && patience.pause(OptionalLong.empty())) {
                    continue;
                }
                throw ConnectionFailure.of(e, root);
            }
            reached = true;
            var answer = new Answer(response.code(), body(response), warnings(response));
            if (!asksForPatience(answer, response) || !patience.pause(retryAfter(response))) {
                return accepted(answer);
            }
        }
    }

    /**
     * The answer to a call that must succeed.
     *
     * @param what the object of the verb, as in {@code configmaps in namespace tenantry-system}
     * @throws ClusterException when it is refused
     */
    public Answer require(Call call, String what) {
        var answer = send(call);
        if (!answer.succeeded()) {
            throw refused(answer, call, what);
        }
        return answer;
    }

    /** A refusal as an exception that says who may not do what. */
    public static ClusterException refused(Answer answer, Call call, String what) {
        return new ClusterException(refusal(answer, call, what));
    }

    /** The sentence of {@link #refused}. */
    public static String refusal(Answer answer, Call call, String what) {
        return (answer.status() == Answer.FORBIDDEN ? "not allowed to " : "cannot ") + call.verb() + " " + what + ": "
                + answer.message();
    }

    @Override
    public void close() {
        workers.close();
        http.close();
    }

    private Answer accepted(Answer answer) {
        if (answer.status() == Answer.UNAUTHORIZED) {
            throw new ClusterException(root + " does not accept the credentials"
                    + ClientCertificate.expiry(config)
                            .map(date -> "; the client certificate expired on " + date)
                            .orElse(""));
        }
        return answer;
    }

    private HttpResponse<byte[]> exchange(Call call) throws IOException {
        var request = http.newHttpRequestBuilder().uri(root + call.path());
        if (call.method().equals("GET")) {
            request.header("Accept", call.contentType()).header("Accept-Encoding", GZIP);
        } else {
            request.method(call.method(), call.contentType(), call.body());
        }
        try {
            return http.sendAsync(request.build(), byte[].class).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted", e);
        }
    }

    /** Long lists come compressed, which takes both sides less time than to encrypt them as they are. */
    private static byte[] body(HttpResponse<byte[]> response) {
        if (!GZIP.equals(response.header("Content-Encoding"))) {
            return response.body();
        }
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return unpacked.readAllBytes();
        } catch (IOException e) {
            throw new ClusterException("the server's answer cannot be unpacked", e);
        }
    }

    /** Too many requests, a server that starts or ends, or one that names a time itself; never a refusal for good. */
    private static boolean asksForPatience(Answer answer, HttpResponse<?> response) {
        return switch (answer.status()) {
            case 429, 502, 503, 504 -> true;
            case 500 -> retryAfter(response).isPresent();
            case Answer.FORBIDDEN ->
                new String(answer.body(), StandardCharsets.UTF_8).contains("not yet ready to handle request");
            default -> false;
        };
    }

    private static OptionalLong retryAfter(HttpResponse<?> response) {
        var value = response.header("Retry-After");
        return value != null && value.matches("[0-9]{1,6}")
                ? OptionalLong.of(Long.parseLong(value))
                : OptionalLong.empty();
    }

    private static List<String> warnings(HttpResponse<?> response) {
        return response.headers("Warning").stream()
                .flatMap(header -> WARNING.matcher(header).results())
                .map(match -> match.group(1).replaceAll("\\\\(.)", "$1"))
                .toList();
    }
}
