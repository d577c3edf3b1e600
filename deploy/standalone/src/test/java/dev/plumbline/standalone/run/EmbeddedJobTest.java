package dev.plumbline.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.streaming.StrictEnvironment;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("cluster")
final class EmbeddedJobTest {

    private static final int JOBS = 10;

    /** The cluster goes with its job, also between two looks at it. */
    @Test
    void aJobThatEndsWhileItIsLookedAtHasEndedWell() throws Exception {
        for (int i = 0; i < JOBS; i++) {
            assertThat(EmbeddedJob.await(emptyJob(), Duration.ofMillis(1), events -> {}).arrived())
                    .isZero();
        }
    }

    private static JobClient emptyJob() throws Exception {
        StreamExecutionEnvironment environment =
                StrictEnvironment.of(EmbeddedJob.options(new Configuration(), 1));
        environment.setParallelism(1);
        environment
                .fromData(Types.STRING, "one")
                .uid("one")
                .sinkTo(new DiscardingSink<>())
                .uid("nowhere");
        return environment.executeAsync("short");
    }
}
