package dev.plumbline.standalone.store;

import java.util.Set;

/**
 * What a run saw.
 *
 * @param orgs organisations of the events admitted
 * @param eventsRead events that arrived, rejected and late ones among them
 */
public record Tally(Set<String> orgs, long eventsRead, long rejected, long late) {}
