package dev.plumbline.item;

import dev.plumbline.verification.Finding;

/**
 * A finding and whose it is.
 *
 * @param pod of the item when the finding was opened, wherever the item is by now
 */
public record PlacedFinding(String pod, Finding finding) {}
