/**
 * Well-known detectors, written anew from their papers to be compared with Plumbline's: each looks
 * for a rise in a series of numbers, whatever their scale, and tells its statistic, so that one and
 * the same code runs at the threshold its authors recommend and at one found by calibration.
 */
package dev.plumbline.benchmarks.contenders;
