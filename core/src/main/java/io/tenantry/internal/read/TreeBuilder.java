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

    private final Report report;
    private final Work work;
    private final TreeProblems problems;
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
        this.problems = new TreeProblems(report, this::path);
    }

    TreeProblems problems() {
        return problems;
    }

    boolean isAbandoned() {
        return abandoned || report.isFull();
    }

    /** The finished document, or empty when what was reported leaves nothing to go on with. */
    Optional<Document> document() {
        return unusable || abandoned || root == null
                ? Optional.empty()
                : Optional.of(new Document(report.text(), root, problems.any()));
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
                problems.halfCharacter(scalar);
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
            unusable = true;
            if (anchor == null) {
                problems.unknownAlias(name, line, column);
            } else {
                problems.recursiveAlias(name, line, column);
            }
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
        problems.nesting(line, column, open.size() + levels, MAX_DEPTH);
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
            problems.aliasBomb(line, column, MAX_NODES);
        } else {
            problems.tooManyNodes(line, column, nodes, MAX_NODES);
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
        ScalarNode earlier = mapping.earlier(key);
        if (earlier != null) {
            mapping.expectUnusable(key);
            problems.duplicateKey(key, earlier);
        } else if (key.isNull()) {
            problems.keyNotText(node);
            mapping.expectUnusable(key);
        } else if (key.plain() && key.text().equals("<<")) {
            problems.mergeKey(key);
            mapping.expectUnusable(key);
        } else {
            mapping.expect(key);
        }
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        for (Iterator<Frame> frames = open.descendingIterator(); frames.hasNext(); ) {
            path.append(frames.next().step());
        }
        return path.length() > 0 && path.charAt(0) == '.' ? path.substring(1) : path.toString();
    }
}
