package io.tenantry.integration.independence;

import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.Tenantry;
import io.tenantry.spi.Section;
import io.tenantry.validation.Problem;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a tenant file means to the contributors beside which this class is loaded; sections, then errors. */
public final class Probe implements Function<String, String> {
    @Override
    public String apply(String text) {
        var tenantry = Tenantry.discover(Probe.class.getClassLoader());
        var validation = tenantry.validate(Input.of(Source.ofString("acme.yaml", text)));
        var sections = tenantry.sections().stream().map(Section::name).collect(Collectors.joining(" "));
        var problems = validation.errors().stream().map(Problem::toString).collect(Collectors.joining("\n"));
        return sections + "\n" + problems;
    }
}
