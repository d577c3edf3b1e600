package dev.plumbline.stall;

/** What the organisation expects of a pod, by stratum and day. */
@FunctionalInterface
public interface Priors {

    /**
     * The prior in force on a day, from data up to the end of the day before.
     *
     * @param day of the epoch in the organisation's zone
     */
    OrganisationPrior of(Stratum stratum, long day);
}
