package io.tenantry.internal.render;

import io.tenantry.internal.bind.KeyDomains;
import io.tenantry.internal.bind.Merged.Place;
import io.tenantry.validation.Names;
import io.tenantry.validation.Names.Flaw;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Labels and annotations that a user wrote: valid for Kubernetes, and none that the platform itself sets. */
final class MetadataRules {
    private static final Flaw RESERVED =
            new Flaw("is reserved for the platform", "use a prefix of your own, such as example.com/");

    private final Report report;

    /** Told of each flaw. */
    interface Report {
        void flaw(String code, Place place, Flaw flaw);
    }

    MetadataRules(Report report) {
        this.report = report;
    }

    /** Judges the two maps that stand side by side; {@code places} knows where a key of them is. */
    void judge(Map<String, String> labels, Map<String, String> annotations, Function<List<String>, Place> places) {
        labels.forEach((key, value) -> {
            var place = places.apply(List.of("labels", key));
            key(key, place);
            Names.labelValue(value).ifPresent(flaw -> report.flaw("LABEL_INVALID", place, flaw));
        });
        annotations.keySet().forEach(key -> key(key, places.apply(List.of("annotations", key))));
        Names.annotations(annotations)
                .ifPresent(flaw -> report.flaw("LABEL_INVALID", places.apply(List.of("annotations")), flaw));
    }

    private void key(String key, Place place) {
        Names.labelKey(key).ifPresent(flaw -> report.flaw("LABEL_INVALID", place, flaw));
        if (KeyDomains.isReserved(key)) {
            report.flaw("LABEL_RESERVED", place, RESERVED);
        }
    }
}
