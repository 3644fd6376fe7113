package io.tenantry.spi;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static List<String> validations(SharedPolicyBuilder policy) {
        return policy.build(cluster()).policy().getSpec().getValidations().stream()
                .map(Validation::getExpression)
                .toList();
    }

    private static ClusterView cluster() {
        return Tenantry.of().render(Input.of(Tenant.named("acme").build())).cluster();
    }
}
