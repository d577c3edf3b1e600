package dev.plumbline.drift;

/**
 * What the organisation knows of a metric that a single pod does not.
 *
 * @param autocorrelation of successive episodes of this metric
 * @param residuals quantiles of an episode's value, less its effects, less its pod's median;
 *     ascending, empty where too few pods are known
 * @param effects of work type, size and weekday
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record OrganisationView(double autocorrelation, float[] residuals, StratumEffects effects) {

    /** Nothing known of other pods. */
    public static final OrganisationView UNKNOWN =
            new OrganisationView(Autocorrelation.USUAL, new float[0]);

    /** Without effects. */
    public OrganisationView(double autocorrelation, float[] residuals) {
        this(autocorrelation, residuals, StratumEffects.NONE);
    }
}
