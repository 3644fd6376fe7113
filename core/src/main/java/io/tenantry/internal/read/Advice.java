package io.tenantry.internal.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to say where a parser's own problem contains a text.
 *
 * @param atContext whether to point at where the construct begins, instead of where the parser gave up
 */
record Advice(String problem, String code, boolean atContext, String message, String fix) {
    /** The first advice that fits, or null. */
    static @Nullable Advice on(String problem, List<Advice> table) {
        for (Advice advice : table) {
            if (problem.contains(advice.problem)) {
                return advice;
            }
        }
        return null;
    }
}
