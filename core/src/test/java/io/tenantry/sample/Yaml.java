package io.tenantry.sample;

import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.Tenantry;
import io.tenantry.validation.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Short ways to an input and to what is wrong with it. */
public final class Yaml {
    private Yaml() {}

    /** A tenant named acme whose {@code spec} has these lines. */
    public static String tenant(String... spec) {
        return tenantNamed("acme", spec);
    }

    /** A tenant whose {@code spec} has these lines. */
    public static String tenantNamed(String name, String... spec) {
        return document("Tenant", name, spec);
    }

    /** A cluster profile whose {@code spec} has these lines. */
    public static String profile(String... spec) {
        return document("ClusterProfile", "default", spec);
    }

    /** One source for each text, named {@code 0.yaml} and so on. */
    public static Input input(String... documents) {
        var sources = new Source[documents.length];
        Arrays.setAll(sources, index -> Source.ofString(index + ".yaml", documents[index]));
        return Input.of(sources);
    }

    /** Everything that is wrong, each as one line. */
    public static List<String> problems(String... documents) {
        return lines(
                Tenantry.of(new CeilingContributor()).validate(input(documents)).problems());
    }

    public static List<String> lines(List<Problem> problems) {
        return problems.stream().map(Problem::toString).toList();
    }

    private static String document(String kind, String name, String... spec) {
        var head = Stream.of(
                "apiVersion: tenantry.io/v1alpha1", "kind: " + kind, "metadata: {name: " + name + "}", "spec:");
        var body = Arrays.stream(spec).map(line -> "  " + line);
        return String.join("\n", Stream.concat(head, body).toList()) + "\n";
    }
}
