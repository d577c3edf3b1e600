package dev.plumbline.streaming.stall;

import dev.plumbline.stall.OrganisationPrior;
import dev.plumbline.stall.Stratum;

/**
 * What an organisation expects of its pods' gaps in one stratum.
 *
 * @param day from whose beginning on it is in force, as days of the epoch in the organisation's
 *     zone, until the next one
 */
public record DayPrior(String org, Stratum stratum, long day, OrganisationPrior prior) {}
