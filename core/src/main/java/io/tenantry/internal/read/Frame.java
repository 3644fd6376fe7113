package io.tenantry.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A collection that is still open: what it holds so far, and the key that waits for its value. */
final class Frame {
    private final int line;
    private final int column;
    private final boolean mapping;
    private final @Nullable Open anchor;

    /** The items of a list, or the keys and values of a mapping in turn. */
    private final List<Node> cells = new ArrayList<>();

    private @Nullable Map<String, Integer> index;
    private @Nullable ScalarNode key;
    private boolean skipsValue;
    private int height = 1;

    /** An anchor of this collection, with the document's totals when it was opened. */
    record Open(Anchors.Anchor anchor, long nodesBefore, long charactersBefore) {}

    Frame(int line, int column, boolean mapping, @Nullable Open anchor) {
        this.line = line;
        this.column = column;
        this.mapping = mapping;
        this.anchor = anchor;
    }

    @Nullable
    Open anchor() {
        return anchor;
    }

    /** Levels of collections, this one included. */
    int height() {
        return height;
    }

    void raise(int childHeight) {
        height = Math.max(height, childHeight + 1);
    }

    boolean awaitsKey() {
        return mapping && key == null;
    }

    /** The same key, written earlier in this mapping, or null. */
    @Nullable
    ScalarNode earlier(ScalarNode next) {
        if (index != null) {
            Integer cell = index.get(next.text());
            return cell == null ? null : (ScalarNode) cells.get(cell);
        }
        for (int i = 0; i < cells.size(); i += 2) {
            if (cells.get(i) instanceof ScalarNode written && written.text().equals(next.text())) {
                return written;
            }
        }
        return null;
    }

    /** Takes the key of the value that comes next. */
    void expect(ScalarNode next) {
        key = next;
    }

    /** Takes a key that was reported: the value that comes next is left out. */
    void expectUnusable(ScalarNode next) {
        key = next;
        skipsValue = true;
    }

    /** Adds an item, or the value of the waiting key. */
    void add(Node node) {
        if (key == null) {
            cells.add(node);
        } else if (!skipsValue) {
            addEntry(key, node);
        }
        skipsValue = false;
        key = null;
    }

    Node build() {
        return mapping
                ? new MappingNode(line, column, cells.toArray(Node[]::new), index)
                : new SequenceNode(line, column, cells);
    }

    /** This level's part of a path: {@code .key} or {@code [3]}. */
    String step() {
        if (!mapping) {
            return "[" + cells.size() + "]";
        }
        return key == null ? "" : "." + Report.shortened(key.text());
    }

    private void addEntry(ScalarNode entryKey, Node value) {
        if (index != null) {
            index.put(entryKey.text(), cells.size());
        }
        cells.add(entryKey);
        cells.add(value);
        if (index == null) {
            index = MappingNode.index(cells);
        }
    }
}
