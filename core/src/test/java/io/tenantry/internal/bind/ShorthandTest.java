package io.tenantry.internal.bind;

import static io.tenantry.sample.Yaml.problems;
import static io.tenantry.sample.Yaml.profile;
import static io.tenantry.sample.Yaml.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A section's key straight under spec, on a namespace entry and in the profile's defaults; and where problems are. */
class ShorthandTest {

    @Test
    void mayRepeatWhatTheSectionSays() {
        assertThat(problems(tenant("cpu: 1000m", "ceiling: {cpu: 1}"))).isEmpty();
    }

    @Test
    void mayNotContradictTheSection() {
        assertThat(problems(tenant(
                        "pods: 1", "ceiling: {pods: 2}", "namespaces: [{name: a, pods: 3, ceiling: {pods: 4}}]")))
                .containsExactly(
                        "0.yaml:5:9: spec.pods differs from spec.ceiling.pods, which means the same; keep one of the two"
                                + " [SHORTHAND_CONTRADICTS]",
                        "0.yaml:7:32: spec.namespaces[a].pods differs from spec.namespaces[a].ceiling.pods, which means"
                                + " the same; keep one of the two [SHORTHAND_CONTRADICTS]");
    }

    @Test
    void isWhereAProblemWithItIs() {
        assertThat(problems(tenant("pods: -1", "namespaces: [{name: a, pods: -2}, {name: b, ceiling: {pods: -3}}]")))
                .containsExactly(
                        "0.yaml:5:9: spec.pods is -1; write 0 or more [CEILING_NEGATIVE]",
                        "0.yaml:6:32: spec.namespaces[a].pods is -2; write 0 or more [CEILING_NEGATIVE]",
                        "0.yaml:6:63: spec.namespaces[b].ceiling.pods is -3; write 0 or more [CEILING_NEGATIVE]");
    }

    @Test
    void isSaidOfTheProfileWhereTheProfileWritesIt() {
        assertThat(problems(tenant(), profile("tenantDefaults: {pods: -1}")))
                .containsExactly("1.yaml:5:26: spec.tenantDefaults.pods is -1; write 0 or more [CEILING_NEGATIVE]");
        assertThat(problems(tenant(), profile("tenantDefaults: {ceiling: {pods: -1}}")))
                .containsExactly(
                        "1.yaml:5:36: spec.tenantDefaults.ceiling.pods is -1; write 0 or more [CEILING_NEGATIVE]");
    }
}
