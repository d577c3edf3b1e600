package dev.plumbline.pod;

import dev.plumbline.work.ActorKind;

/**
 * A change that reached production for the first time, in seconds by the clock on the wall.
 *
 * @param deploySeconds merge to deployment
 * @param leadSeconds first commit, else opening, to deployment; null where neither was seen
 */
public record DeployedChange(
        ActorKind authorKind, String author, long deploySeconds, Long leadSeconds) {}
