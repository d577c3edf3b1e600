package dev.plumbline.standalone.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void printsALineEveryFiveSecondsAndOneAtTheEnd() {
        Progress progress = progress(2_000);
        at(1, progress, 500);
        at(5, progress, 1_000);
        at(9, progress, 1_500);
        at(11, progress, 2_000);
        progress.close();

        assertThat(printed.toString(UTF_8).lines())
                .containsExactly(
                        "replaying: 1,000 of 2,000 events (50 %)",
                        "replaying: 2,000 of 2,000 events (100 %)",
                        "replaying: 2,000 events in 11.0 s");
    }

    @Test
    void saysNoShareWhereNobodyKnowsTheTotal() {
        Progress progress = progress(-1);
        at(6, progress, 1_234);

        assertThat(printed.toString(UTF_8).lines()).containsExactly("replaying: 1,234 events");
    }

    private Progress progress(long total) {
        PrintStream lines = new PrintStream(printed, true, UTF_8);
        return Progress.lines("replaying", "events", total, lines, nanos::get);
    }

    private void at(int second, Progress progress, long reached) {
        nanos.set(TimeUnit.SECONDS.toNanos(second));
        progress.reach(reached);
    }
}
