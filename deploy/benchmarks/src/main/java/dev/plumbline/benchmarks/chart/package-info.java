/** Plots of benchmarks as SVG, without a library: a few lines, marks and words. */
package dev.plumbline.benchmarks.chart;
