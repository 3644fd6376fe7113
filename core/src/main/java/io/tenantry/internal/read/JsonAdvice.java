package io.tenantry.internal.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plain words for what Jackson says about wrong JSON. */
final class JsonAdvice {
    static final String SYNTAX = "JSON_SYNTAX";
    private static final String NUMBER = "write it like 1, 0.5 or 1e3, or put double quotes around it";

    private static final List<Advice> ADVICE = List.of(
            TreeProblems.HALF_CHARACTER,
            advice(
                    "Unexpected end-of-input",
                    "is the end of the text, but what is open must be closed before it",
                    "add the missing quote or bracket"),
            advice(
                    "('}' (code 125)): was expecting double-quote",
                    "follows a comma, after which JSON must have another key",
                    "remove the comma before it"),
            advice(
                    "(']' (code 93)): expected a valid value",
                    "follows a comma, after which JSON must have another value",
                    "remove the comma before it"),
            advice("comment", "is a comment, which JSON must not have", "remove it, or name the file *.yaml"),
            advice(
                    "double-quote to start",
                    "is not a key in double quotes, but every key must be",
                    "put double quotes around the key"),
            advice(
                    "was expecting comma",
                    "follows a complete value, after which JSON must have a comma or the end",
                    "add a comma, or close the bracket before it"),
            advice("was expecting a colon", "follows a key, after which JSON must have a colon", "add the colon"),
            advice("umeric value", "is not a number as JSON must write it", NUMBER),
            advice("ecimal point", "is not a number as JSON must write it", NUMBER),
            advice("hexadecimal", "is not a number as JSON must write it", NUMBER),
            advice("digit", "is not a number as JSON must write it", NUMBER),
            advice("Non-standard token", "is not a JSON value", "put double quotes around text"),
            advice("expected a value", "is not a JSON value", "put double quotes around text"),
            advice("Unrecognized token", "is not a JSON value", "put double quotes around text"),
            advice("expected a valid value", "is not a JSON value", "put double quotes around text"),
            advice(
                    "Illegal unquoted character",
                    "is a line end or tab inside of quotes, which must be an escape",
                    "write \\n or \\t, or add the closing quote"),
            advice("escape", "is not an escape that JSON knows, such as \\n", "write \\\\ for a backslash"),
            advice(
                    "root-level",
                    "follows the end of the document, but a document must be one value",
                    "remove it, or write it inside of that value"),
            advice(
                    "Unexpected close marker",
                    "closes a bracket that is not the one open",
                    "remove it, or close the inner bracket first"));

    private JsonAdvice() {}

    static @Nullable Advice on(String problem) {
        return Advice.on(problem, ADVICE);
    }

    private static Advice advice(String problem, String message, String fix) {
        return new Advice(problem, SYNTAX, false, message, fix);
    }
}
