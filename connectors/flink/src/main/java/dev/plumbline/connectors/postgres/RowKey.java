package dev.plumbline.connectors.postgres;

import java.util.List;

/** A primary key. Batches are written in its order, so that parallel writers do not deadlock. */
record RowKey(List<Comparable<?>> values) implements Comparable<RowKey> {
    @Override
    @SuppressWarnings("unchecked") // the values of one column have one type
    public int compareTo(RowKey other) {
        for (int i = 0; i < values.size(); i++) {
            Comparable<Object> mine = (Comparable<Object>) values.get(i);
            int order = mine.compareTo(other.values.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
