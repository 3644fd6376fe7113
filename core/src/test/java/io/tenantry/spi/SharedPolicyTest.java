package io.tenantry.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.Validation;
import io.tenantry.Input;
import io.tenantry.Tenant;
import io.tenantry.Tenantry;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedPolicyTest {
    private static final String ASKED = "authorizer.group('').resource('pods').check('get').allowed()";

    @Test
    void joinsWhatIsWrongAndRefusesWhatTheAuthorizerIsAskedApart() {
        var both = SharedPolicy.named("both").requires("a", "'not a'").requires("b", "'not b'");

        assertThat(validations(both)).singleElement().asString().startsWith("variables.refusal == '' || ");
        assertThat(validations(both.requires(ASKED, "'not allowed'")))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("(" + ASKED + ") || ");
    }

    @Test
    void saysNothingOfFindingsWhereThereAreNone() {
        var asking = SharedPolicy.named("asking").requires(ASKED, "'not allowed'");

        assertThat(validations(asking)).singleElement().asString().startsWith("(" + ASKED + ") || ");
        assertThat(asking.build(cluster()).policy().getSpec().getVariables()).isEmpty();
    }

    @Test
    void judgesEachObjectByOneBindingOnly() {
        var all = SharedPolicy.named("guard").requires("a", "'not a'");

        assertThat(all.build(cluster()).bindings())
                .singleElement()
                .satisfies(binding ->
                        assertThat(binding.getSpec().getMatchResources()).isNull());

        var labelled = all.judgesLabelled("owner", "us").judgesLabelled("team").build(cluster());

        assertThat(labelled.bindings())
                .extracting(binding -> binding.getMetadata().getName())
                .containsExactly("guard", "guard-2");
        assertThat(labelled.bindings())
                .flatExtracting(binding -> binding.getSpec()
                        .getMatchResources()
                        .getObjectSelector()
                        .getMatchExpressions())
                .containsExactly(
                        new LabelSelectorRequirement("owner", "In", List.of("us")),
                        new LabelSelectorRequirement("team", "Exists", List.of()),
                        new LabelSelectorRequirement("owner", "NotIn", List.of("us")));
        assertThat(labelled.objects()).hasSize(3);
    }

    private static List<String> validations(SharedPolicyBuilder policy) {
        return policy.build(cluster()).policy().getSpec().getValidations().stream()
                .map(Validation::getExpression)
                .toList();
    }

    private static ClusterView cluster() {
        return Tenantry.of().render(Input.of(Tenant.named("acme").build())).cluster();
    }
}
