package io.tenantry.feature.quota;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.tenantry.Amount;
import io.tenantry.spi.SharedPolicy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The variables and the message of a shared policy, evaluated by a CEL library.
 *
 * <p>It has none of what Kubernetes adds to CEL, so {@code quantity} is {@link Amount} here, and it knows no types of
 * objects. What the API server makes of the same expressions is tested on one.
 */
final class PolicyInCel {
    private static final CelType ANY = SimpleType.DYN;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();
    private static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addLibraries(CelExtensions.optional(), CelExtensions.strings())
            .addVar("object", ANY)
            .addVar("oldObject", ANY)
            .addVar("namespaceObject", ANY)
            .addVar("variables", ANY)
            .addFunctionDeclarations(
                    CelFunctionDecl.newFunctionDeclaration(
                            "quantity", CelOverloadDecl.newGlobalOverload("quantity", ANY, SimpleType.STRING)),
                    CelFunctionDecl.newFunctionDeclaration(
                            "isGreaterThan",
                            CelOverloadDecl.newMemberOverload("isGreaterThan", SimpleType.BOOL, ANY, ANY)),
                    CelFunctionDecl.newFunctionDeclaration(
                            "compareTo", CelOverloadDecl.newMemberOverload("compareTo", SimpleType.INT, ANY, ANY)))
            .build();
    private static final CelRuntime RUNTIME = CelRuntimeFactory.legacyCelRuntimeBuilder()
            .addLibraries(CelExtensions.optional(), CelExtensions.strings())
            .addFunctionBindings(
                    CelFunctionBinding.from("quantity", String.class, Amount::parse),
                    CelFunctionBinding.from(
                            "isGreaterThan", Amount.class, Amount.class, (one, other) -> one.compareTo(other) > 0),
                    CelFunctionBinding.from(
                            "compareTo", Amount.class, Amount.class, (one, other) -> (long) one.compareTo(other)))
            .build();

    private final ValidatingAdmissionPolicy policy;
    private final Map<String, @Nullable Object> request = new HashMap<>();

    private PolicyInCel(SharedPolicy policy) {
        this.policy = policy.policy();
        request.put("oldObject", evaluate("null"));
        namespace("{}");
    }

    static PolicyInCel of(SharedPolicy policy) {
        return new PolicyInCel(policy);
    }

    /** In a namespace with these labels, which are its annotations too. */
    PolicyInCel namespace(String settings) {
        request.put(
                "namespaceObject", Map.of("metadata", Map.of("annotations", map(settings), "labels", map(settings))));
        return this;
    }

    /** An update of this object. */
    PolicyInCel of(String oldObject) {
        request.put("oldObject", map(oldObject));
        return this;
    }

    /** Why the object is denied; empty when it is admitted. */
    Optional<String> denies(String object) {
        request.put("object", map(object));
        if (policy.getSpec().getMatchConditions().stream()
                .anyMatch(condition -> !Boolean.TRUE.equals(evaluate(condition.getExpression())))) {
            return Optional.empty();
        }
        var variables = new HashMap<String, @Nullable Object>();
        request.put("variables", variables);
        for (var variable : policy.getSpec().getVariables()) {
            variables.put(variable.getName(), evaluate(variable.getExpression()));
        }
        return policy.getSpec().getValidations().stream()
                .map(validation -> (String) evaluate(validation.getMessageExpression()))
                .filter(message -> !message.isEmpty())
                .findFirst();
    }

    private Object evaluate(String expression) {
        try {
            return RUNTIME.createProgram(COMPILER.compile(expression).getAst()).eval(request);
        } catch (Exception e) {
            throw new AssertionError(expression, e);
        }
    }

    private static Map<?, ?> map(String json) {
        return JSON.readValue(json.replace('\'', '"'), Map.class);
    }
}
