package dev.plumbline.drift;

/**
 * What the organisation knows that a single pod does not.
 *
 * @param autocorrelation of successive episodes of this metric
 * @param residuals quantiles of an episode's value less its pod's median, ascending; empty where
 *     too few pods are known
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record OrganisationView(double autocorrelation, float[] residuals) {

    /** Nothing known of other pods. */
    public static final OrganisationView UNKNOWN =
            new OrganisationView(Autocorrelation.USUAL, new float[0]);
}
