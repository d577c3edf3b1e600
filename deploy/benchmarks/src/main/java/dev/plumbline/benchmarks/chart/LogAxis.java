package dev.plumbline.benchmarks.chart;

/** A logarithmic axis: where a value lies between two ends in pixels. */
record LogAxis(double least, double most, double fromPixel, double toPixel) {

    double at(double value) {
        double inside = Math.min(most, Math.max(least, value));
        double share = Math.log(inside / least) / Math.log(most / least);
        return fromPixel + share * (toPixel - fromPixel);
    }
}
