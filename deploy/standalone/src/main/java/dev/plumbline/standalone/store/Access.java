package dev.plumbline.standalone.store;

/** What a store is opened for. */
public enum Access {
    /** Queries and exports; an embedded store that is in use elsewhere is shared. */
    READ,
    /** Jobs: the tables are brought up to date first; an embedded store belongs to one process. */
    WRITE
}
