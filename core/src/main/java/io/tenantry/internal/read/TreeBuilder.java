package io.tenantry.internal.read;

import io.tenantry.internal.read.Anchors.Anchor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tree of one document, built from a parser's events and kept within limits.
 *
 * <p>It never recurses. An alias shares the node of its anchor; what the alias would weigh when written out is added
 * up, never built. Once it {@link #isAbandoned()}, the document's further events are pointless.
 */
final class TreeBuilder {
    static final int MAX_DEPTH = 64;
    static final int MAX_NODES = 100_000;
    static final long MAX_CHARACTERS = 16L << 20;

    static final Advice HALF_CHARACTER = new Advice(
            "surrogate",
            "CHARACTER_HALF",
            false,
            "has an escape from \\uD800 to \\uDFFF that stands alone, which is half a character, but must be text",
            "write the character itself, or the escapes of both halves");

    private final Report report;
    private final Work work;
    private final Anchors anchors = new Anchors();
    private final Deque<Frame> open = new ArrayDeque<>();
    private @Nullable Node root;
    private long nodes;
    private long characters;
    private boolean aliased;
    private boolean unusable;
    private boolean abandoned;

    TreeBuilder(Report report, Work work) {
        this.report = report;
        this.work = work;
    }

    boolean isAbandoned() {
        return abandoned || report.isFull();
    }

    /** The finished tree, or empty when what was reported leaves nothing to go on with. */
    Optional<Node> root() {
        return unusable || abandoned ? Optional.empty() : Optional.ofNullable(root);
    }

    void startMapping(int line, int column, @Nullable String anchor) {
        if (admits(line, column, 1)) {
            open.push(new Frame(line, column, true, opened(anchor)));
        }
    }

    void startSequence(int line, int column, @Nullable String anchor) {
        if (admits(line, column, 1)) {
            open.push(new Frame(line, column, false, opened(anchor)));
        }
    }

    void scalar(ScalarNode scalar, @Nullable String anchor) {
        if (admits(scalar.line(), scalar.column(), 0)) {
            weigh(scalar.line(), scalar.column(), 0, scalar.text().length());
            if (!scalar.plain() && !scalar.isWhole()) {
                error(
                        scalar.line(),
                        scalar.column(),
                        HALF_CHARACTER.code(),
                        HALF_CHARACTER.message(),
                        HALF_CHARACTER.fix());
            }
            if (anchor != null) {
                anchors.open(anchor).close(scalar, 0, 1, scalar.text().length());
            }
            place(scalar, 0);
        }
    }

    void alias(String name, int line, int column) {
        work.add(1);
        Anchor anchor = anchors.find(name);
        Node node = anchor == null ? null : anchor.node();
        if (anchor == null || node == null) {
            reportAlias(name, line, column, anchor != null);
            place(new ScalarNode(line, column, name, false), 0);
            return;
        }
        aliased = true;
        if (isWithinDepth(line, column, anchor.height())) {
            weigh(line, column, anchor.nodes(), anchor.characters());
            place(node, anchor.height());
        }
    }

    void end() {
        Frame frame = open.pop();
        Node node = frame.build();
        Frame.Open anchor = frame.anchor();
        if (anchor != null) {
            long nodesInside = nodes - anchor.nodesBefore();
            anchor.anchor().close(node, frame.height(), nodesInside, characters - anchor.charactersBefore());
        }
        place(node, frame.height());
    }

    /** Reports at a node's place with the path that leads there; the document stays usable. */
    void error(int line, int column, String code, String message, String fix) {
        report.error(line, column, path(), code, message, fix);
    }

    private Frame.@Nullable Open opened(@Nullable String anchor) {
        // one less, because the collection itself has been counted
        return anchor == null ? null : new Frame.Open(anchors.open(anchor), nodes - 1, characters);
    }

    private boolean admits(int line, int column, int levels) {
        work.add(1);
        if (!isWithinDepth(line, column, levels)) {
            return false;
        }
        weigh(line, column, 1, 0);
        return true;
    }

    private boolean isWithinDepth(int line, int column, int levels) {
        if (open.size() + levels <= MAX_DEPTH) {
            return true;
        }
        report.error(
                line,
                column,
                "NESTING_TOO_DEEP",
                "is nested " + (open.size() + levels) + " levels deep but must be at most " + MAX_DEPTH,
                "remove levels");
        abandoned = true;
        return false;
    }

    private void weigh(int line, int column, long moreNodes, long moreCharacters) {
        nodes += moreNodes;
        characters += moreCharacters;
        if (abandoned || (nodes <= MAX_NODES && characters <= MAX_CHARACTERS)) {
            return;
        }
        abandoned = true;
        if (aliased) {
            report.error(
                    line,
                    column,
                    "ALIAS_BOMB",
                    "makes the document grow, aliases written out, beyond " + MAX_NODES
                            + " values or 16 MiB of text, but it must stay below",
                    "write fewer aliases of aliases");
        } else {
            report.error(
                    line,
                    column,
                    "TOO_MANY_NODES",
                    "is value number " + nodes + " of one document, but a document must have at most " + MAX_NODES,
                    "split the document with lines '---'");
        }
    }

    private void place(Node node, int height) {
        Frame parent = open.peek();
        if (parent == null) {
            root = node;
        } else if (parent.awaitsKey()) {
            placeKey(parent, node);
        } else {
            parent.raise(height);
            parent.add(node);
        }
    }

    private void placeKey(Frame mapping, Node node) {
        ScalarNode key =
                node instanceof ScalarNode scalar ? scalar : new ScalarNode(node.line(), node.column(), "", true);
        if (key.isNull()) {
            reportNotText(node);
        } else if (key.plain() && key.text().equals("<<")) {
            error(
                    key.line(),
                    key.column(),
                    "MERGE_KEY",
                    "has the merge key '<<', which YAML 1.2 does not have, but must have plain keys only",
                    "write the merged keys out");
        } else {
            ScalarNode earlier = mapping.earlier(key);
            if (earlier == null) {
                mapping.expect(key);
                return;
            }
            mapping.expectUnusable(key);
            reportDuplicate(key, earlier);
            return;
        }
        mapping.expectUnusable(key);
    }

    private void reportNotText(Node key) {
        boolean text = key instanceof ScalarNode;
        error(
                key.line(),
                key.column(),
                "KEY_NOT_TEXT",
                text
                        ? "has an empty key but every key must be text"
                        : "has a list or mapping as a key but every key must be text",
                text
                        ? "write the key in front of the ':'"
                        : "put quotes around text that contains braces or brackets, as in \"{{ name }}\"");
    }

    private void reportDuplicate(ScalarNode key, ScalarNode earlier) {
        error(
                key.line(),
                key.column(),
                "DUPLICATE_KEY",
                "is written a second time, first on line " + earlier.line() + ", column " + earlier.column()
                        + ", but must be written once",
                "remove one of the two");
    }

    private void reportAlias(String name, int line, int column, boolean recursive) {
        unusable = true;
        error(
                line,
                column,
                recursive ? "ALIAS_RECURSIVE" : "ALIAS_UNKNOWN",
                recursive
                        ? "has the alias %s inside of its own anchor, but a value cannot contain itself"
                                .formatted(Report.quoted("*" + name))
                        : "is the alias %s but there is no such anchor before it".formatted(Report.quoted("*" + name)),
                recursive ? "write the value out" : "define the anchor first, or put quotes around it if it is text");
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        for (Iterator<Frame> frames = open.descendingIterator(); frames.hasNext(); ) {
            path.append(frames.next().step());
        }
        return path.length() > 0 && path.charAt(0) == '.' ? path.substring(1) : path.toString();
    }
}
