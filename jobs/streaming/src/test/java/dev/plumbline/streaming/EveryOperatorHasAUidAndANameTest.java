package dev.plumbline.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.connectors.kafka.KafkaAccess;
import dev.plumbline.connectors.postgres.StoreAccess;
import dev.plumbline.directory.Directory;
import dev.plumbline.streaming.admit.Arrival;
import dev.plumbline.streaming.publish.Publishing;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

/** So that a savepoint finds its operators again, and a person finds them on the screen. */
class EveryOperatorHasAUidAndANameTest {

    private static final Arrival NOTHING = new Arrival(null, null, "memory", 0);

    private static DataStream<Arrival> arrivals(StreamExecutionEnvironment environment) {
        return environment
                .fromData(TypeInformation.of(Arrival.class), NOTHING)
                .uid("memory")
                .name("Memory");
    }

    private static StreamGraph wholeTopology() {
        StreamExecutionEnvironment environment = StrictEnvironment.of(new Configuration());
        Settings settings = Settings.bounded(Instant.EPOCH);
        Outputs outputs =
                ExecutionPatternsTopology.of(arrivals(environment), settings, Directory.empty());
        Publishing.toStore(outputs, new StoreAccess("jdbc:postgresql://nowhere/", "me", ""), 1);
        Publishing.toTopics(outputs, KafkaAccess.plain("nowhere:9092", "me"));
        return environment.getStreamGraph();
    }

    @Test
    void everyOperatorHasAUid() {
        assertThat(wholeTopology().getStreamNodes())
                .hasSizeGreaterThan(10)
                .allSatisfy(node -> assertThat(node.getTransformationUID()).isNotBlank());
    }

    @Test
    void everyOperatorHasANameOfItsOwn() {
        assertThat(wholeTopology().getStreamNodes())
                .extracting(StreamNode::getOperatorName)
                .doesNotHaveDuplicates()
                .contains("Admit events", "Fold items", "Count pods")
                .noneMatch(name -> name.contains("Process") || name.contains("Unnamed"));
    }

    @Test
    void driftIsToldInTheTaskThatCountsThePod() {
        assertThat(wholeTopology().getJobGraph().getVertices())
                .extracting(JobVertex::getName)
                .anyMatch(name -> name.contains("Count pods") && name.contains("Tell drifts"));
    }

    @Test
    void anOperatorWithoutAUidIsRefused() {
        StreamExecutionEnvironment environment = StrictEnvironment.of(new Configuration());
        arrivals(environment).filter(arrival -> true).name("Nameless").print().uid("printed");

        assertThatThrownBy(environment::getStreamGraph)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Nameless");
    }

    @Test
    void bothSwitchesAreOnWhateverTheClusterSays() {
        Configuration lax = new Configuration();
        lax.set(PipelineOptions.GENERIC_TYPES, true);
        lax.set(PipelineOptions.AUTO_GENERATE_UIDS, true);

        StreamExecutionEnvironment environment = StrictEnvironment.of(lax);

        assertThat(environment.getConfiguration().get(PipelineOptions.GENERIC_TYPES)).isFalse();
        assertThat(environment.getConfiguration().get(PipelineOptions.AUTO_GENERATE_UIDS))
                .isFalse();
        assertThat(environment.getConfiguration().get(PipelineOptions.OBJECT_REUSE)).isTrue();
    }
}
