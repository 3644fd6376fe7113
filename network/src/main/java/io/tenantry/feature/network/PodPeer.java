package io.tenantry.feature.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pods by their labels, in one namespace.
 *
 * <pre>{@code
 * PodPeerBuilder.builder().namespace("acme-prod").matchLabels(Map.of("app", "web")).build()
 * }</pre>
 *
 * <p>All that is written must hold.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors">Label
 *     selectors</a>
 */
@RecordBuilder
public record PodPeer(
        @JsonPropertyDescription("The pods' namespace; the one that the policy is in unless written.") @Nullable
        String namespace,

        @JsonPropertyDescription("Labels that the pods have.") @Nullable
        Map<String, String> matchLabels,

        @JsonPropertyDescription("Conditions on labels of the pods.") @Nullable
        List<Requirement> matchExpressions) {

    /** What must hold for one label. */
    public record Requirement(
            @JsonPropertyDescription("Key of the label.") String key,

            @JsonPropertyDescription("In, NotIn, Exists or DoesNotExist.")
            Operator operator,

            @JsonPropertyDescription("Values of In and NotIn.") @Nullable
            List<String> values) {

        List<String> valuesOrNone() {
            return values == null ? List.of() : values;
        }
    }

    /** How a label is compared. */
    public enum Operator {
        @JsonProperty("In")
        IN("In", true),
        @JsonProperty("NotIn")
        NOT_IN("NotIn", true),
        @JsonProperty("Exists")
        EXISTS("Exists", false),
        @JsonProperty("DoesNotExist")
        DOES_NOT_EXIST("DoesNotExist", false);

        private final String wireName;
        private final boolean takesValues;

        Operator(String wireName, boolean takesValues) {
            this.wireName = wireName;
            this.takesValues = takesValues;
        }

        boolean takesValues() {
            return takesValues;
        }

        /** The operator as Kubernetes writes it. */
        @Override
        public String toString() {
            return wireName;
        }
    }

    Map<String, String> labels() {
        return matchLabels == null ? Map.of() : matchLabels;
    }

    List<Requirement> requirements() {
        return matchExpressions == null ? List.of() : matchExpressions;
    }
}
