package dev.plumbline.pod;

/**
 * What kind of work an item is, for the mix of work planned and done.
 *
 * @param epic what it is a part of; may be null
 * @param workType bug, feature ...; may be null
 */
public record WorkCategory(String epic, String workType) {}
