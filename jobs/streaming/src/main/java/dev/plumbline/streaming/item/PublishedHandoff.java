package dev.plumbline.streaming.item;

import dev.plumbline.handoff.Handoff;
import dev.plumbline.work.ObjectType;

/** A handoff and the item it is about. */
public record PublishedHandoff(
        String org, ObjectType objectType, String objectId, Handoff handoff) {}
