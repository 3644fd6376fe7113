package io.tenantry.internal.read;

import java.util.function.Supplier;

/** What is wrong with the nodes of one document, each with the path that leads to it. */
final class TreeProblems {
    static final Advice HALF_CHARACTER = new Advice(
            "surrogate",
            "CHARACTER_HALF",
            false,
            "has an escape from \\uD800 to \\uDFFF that stands alone, which is half a character, but must be text",
            "write the character itself, or the escapes of both halves");

    private final Report report;
    private final Supplier<String> path;
    private final int before;

    /** Problems at whatever path the builder is when they are told. */
    TreeProblems(Report report, Supplier<String> path) {
        this.report = report;
        this.path = path;
        this.before = report.count();
    }

    /** Whether anything of the document was reported so far. */
    boolean any() {
        return report.count() > before;
    }

    void add(int line, int column, String code, String message, String fix) {
        report.error(line, column, path.get(), code, message, fix);
    }

    void halfCharacter(ScalarNode scalar) {
        add(scalar, HALF_CHARACTER.code(), HALF_CHARACTER.message(), HALF_CHARACTER.fix());
    }

    void keyNotText(Node key) {
        boolean text = key instanceof ScalarNode;
        add(
                key,
                "KEY_NOT_TEXT",
                text
                        ? "has an empty key but every key must be text"
                        : "has a list or mapping as a key but every key must be text",
                text
                        ? "write the key in front of the ':'"
                        : "put quotes around text that contains braces or brackets, as in \"{{ name }}\"");
    }

    void mergeKey(ScalarNode key) {
        add(
                key,
                "MERGE_KEY",
                "has the merge key '<<', which YAML 1.2 does not have, but must have plain keys only",
                "write the merged keys out");
    }

    void duplicateKey(ScalarNode key, ScalarNode earlier) {
        add(
                key,
                "DUPLICATE_KEY",
                "is written a second time, first on line " + earlier.line() + ", column " + earlier.column()
                        + ", but must be written once",
                "remove one of the two");
    }

    void unknownAlias(String name, int line, int column) {
        add(
                line,
                column,
                "ALIAS_UNKNOWN",
                "is the alias %s but there is no such anchor before it".formatted(Report.quoted("*" + name)),
                "define the anchor first, or put quotes around it if it is text");
    }

    void recursiveAlias(String name, int line, int column) {
        add(
                line,
                column,
                "ALIAS_RECURSIVE",
                "has the alias %s inside of its own anchor, but a value cannot contain itself"
                        .formatted(Report.quoted("*" + name)),
                "write the value out");
    }

    void nesting(int line, int column, int levels, int most) {
        report.error(
                line,
                column,
                "NESTING_TOO_DEEP",
                "is nested " + levels + " levels deep but must be at most " + most,
                "remove levels");
    }

    void aliasBomb(int line, int column, int mostNodes) {
        report.error(
                line,
                column,
                "ALIAS_BOMB",
                "makes the document grow, aliases written out, beyond " + mostNodes
                        + " values or 16 MiB of text, but it must stay below",
                "write fewer aliases of aliases");
    }

    void tooManyNodes(int line, int column, long nodes, int most) {
        report.error(
                line,
                column,
                "TOO_MANY_NODES",
                "is value number " + nodes + " of one document, but a document must have at most " + most,
                "split the document with lines '---'");
    }

    private void add(Node at, String code, String message, String fix) {
        add(at.line(), at.column(), code, message, fix);
    }
}
