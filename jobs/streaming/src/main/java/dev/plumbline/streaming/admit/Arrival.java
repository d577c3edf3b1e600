package dev.plumbline.streaming.admit;

import dev.plumbline.work.WorkEvent;

/**
 * What a source delivers: an event, or something that is none with the reason.
 *
 * @param event null for a rejected arrival; accounts are pseudonyms already, so that no clear name
 *     enters a channel, a state or a checkpoint
 * @param rejected null for an event
 * @param origin file, or topic and partition
 * @param position line, or offset
 */
public record Arrival(WorkEvent event, Rejection rejected, String origin, long position) {}
