package dev.plumbline.standalone.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import picocli.CommandLine.Option;

/** Where the clock of a bounded run stops. */
public final class UntilOption {
    @Option(
            names = "--until",
            paramLabel = "TIME",
            description =
                    "Where the clock stops and what is open is reported as of then:"
                        + " 2026-03-01T18:00:00Z, or a day, which ends in the organisation's zone"
                        + " (default: the last event).")
    private String until;

    /**
     * The instant the user gave, {@code null} for none.
     *
     * @param zone in which a day ends
     */
    Instant at(ZoneId zone) {
        if (until == null) {
            return null;
        }
        try {
            return until.contains("T")
                    ? OffsetDateTime.parse(until).toInstant()
                    : LocalDate.parse(until).plusDays(1).atStartOfDay(zone).toInstant();
        } catch (DateTimeException noTime) {
            throw new UserError(
                    "--until is no time: " + until, "Write 2026-03-01T18:00:00Z or 2026-03-01.");
        }
    }
}
