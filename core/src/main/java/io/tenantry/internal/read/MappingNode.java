package io.tenantry.internal.read;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** Keys and their values, in the order written; no key occurs twice. */
public final class MappingNode implements Node {
    /** Up to this many cells a scan is cheaper than a hash table, in time and in memory. */
    private static final int SCANNED = 24;

    private final int line;
    private final int column;
    private final Node[] cells;
    private final @Nullable Map<String, Integer> index;

    /**
     * A mapping of cells in which keys, all of them scalars, alternate with values.
     *
     * @param index what {@link #index} makes of the cells
     */
    MappingNode(int line, int column, Node[] cells, @Nullable Map<String, Integer> index) {
        this.line = line;
        this.column = column;
        this.cells = cells;
        this.index = index;
    }

    /** A mapping at that place with these entries, whose keys differ. */
    public static MappingNode of(int line, int column, List<Entry> entries) {
        Node[] cells = new Node[2 * entries.size()];
        for (int i = 0; i < entries.size(); i++) {
            cells[2 * i] = entries.get(i).key();
            cells[2 * i + 1] = entries.get(i).value();
        }
        return new MappingNode(line, column, cells, index(Arrays.asList(cells)));
    }

    /** The cell of each key, or null where a scan is as good. */
    static @Nullable Map<String, Integer> index(List<Node> cells) {
        if (cells.size() <= SCANNED) {
            return null;
        }
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < cells.size(); i += 2) {
            index.put(((ScalarNode) cells.get(i)).text(), i);
        }
        return index;
    }

    /** One key with its value. */
    public record Entry(ScalarNode key, Node value) {}

    @Override
    public int line() {
        return line;
    }

    @Override
    public int column() {
        return column;
    }

    /** An unmodifiable view, whose entries are made when they are asked for. */
    public List<Entry> entries() {
        return new Entries(cells);
    }

    /** The value of a key, or empty where the key is not written. */
    public Optional<Node> get(String key) {
        if (index != null) {
            Integer cell = index.get(key);
            return cell == null ? Optional.empty() : Optional.of(cells[cell + 1]);
        }
        for (int i = 0; i < cells.length; i += 2) {
            if (((ScalarNode) cells[i]).text().equals(key)) {
                return Optional.of(cells[i + 1]);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "MappingNode[line=" + line + ", column=" + column + ", entries=" + entries() + "]";
    }

    private static final class Entries extends AbstractList<Entry> implements RandomAccess {
        private final Node[] cells;

        Entries(Node[] cells) {
            this.cells = cells;
        }

        @Override
        public Entry get(int position) {
            return new Entry((ScalarNode) cells[position * 2], cells[position * 2 + 1]);
        }

        @Override
        public int size() {
            return cells.length / 2;
        }
    }
}
