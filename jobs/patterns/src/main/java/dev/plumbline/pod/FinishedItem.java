package dev.plumbline.pod;

import java.time.Instant;

/**
 * What an item leaves behind when it enters done.
 *
 * @param cycleSeconds first entry into in-progress to done, effective; null if it never was
 * @param leadSeconds created to done, effective; null if its creation was not seen
 * @param activeMillis effective time in active
 * @param inProgressMillis effective time in progress
 * @param bounces returns of the ball to the owner or group before last
 * @param waitedSeconds effective time it waited to be picked up or to be reviewed
 * @param createdAt null where that was not seen
 * @param category what kind of work it was
 * @param movedBack it had gone back at some time, out of done or from review to active
 * @param merged of a change, else null
 */
public record FinishedItem(
        Long cycleSeconds,
        Long leadSeconds,
        long activeMillis,
        long inProgressMillis,
        int handoffs,
        int actors,
        int bounces,
        boolean pingPong,
        long waitedSeconds,
        Instant createdAt,
        WorkCategory category,
        boolean movedBack,
        MergedChange merged) {}
