package dev.plumbline.tools.aidev;

import java.time.Instant;

/**
 * One row of a timeline that has a time.
 *
 * @param index of the row among those of its pull request or issue, from 1: the source's own order
 * @param actor login, or null
 * @param assignee login of the one assigned or unassigned, or null
 * @param commit that the row tells of, such as what a merge made, or null
 */
record TimelineRow(
        int index, Instant at, String event, String actor, String assignee, String commit) {}
