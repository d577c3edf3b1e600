package dev.plumbline.directory;

/** Where pods come from. */
public enum PodRule {
    /** The directory lists them. */
    LISTED,
    /** Each group seen in the events is a pod: support logs, where a queue is a team. */
    FROM_GROUPS,
    /** Each container seen in the events is a pod: one repository or project, one team. */
    FROM_CONTAINERS
}
