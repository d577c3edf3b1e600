package dev.plumbline.connectors.postgres;

import java.io.Serializable;

/** How an element of a stream becomes a row; the job supplies it. */
public interface RowBinder<T> extends Serializable {
    /** The values in the order of the table's columns, of the types that the columns say. */
    Object[] values(T element);

    /**
     * How late in event time the row was decided, epoch milliseconds: a higher one replaces a lower
     * one.
     */
    long revision(T element);
}
