package dev.plumbline.standalone.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.connectors.kafka.KafkaAccess;
import dev.plumbline.connectors.kafka.Topics;
import dev.plumbline.standalone.command.UserError;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("cluster")
class EmbeddedKafkaTest {
    @TempDir Path folder;

    @Test
    void keepsTopicsAndMessagesOverARestartOnTheSamePort() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.open(folder.resolve("kafka"), 0)) {
            KafkaAccess access = kafka.access("test");
            Topics.ensure(access, List.of("kept"), 1, (short) 1);
            TopicContent.append(access, "kept", 0, List.of(new byte[] {1}, new byte[] {2}));

            kafka.stop();
            kafka.start();

            assertThat(TopicContent.committed(access, "kept")).hasSize(2);
            int port = Integer.parseInt(kafka.bootstrapServers().substring("127.0.0.1:".length()));
            assertThatThrownBy(() -> EmbeddedKafka.open(folder.resolve("second"), port))
                    .isInstanceOf(UserError.class)
                    .hasMessage("port " + port + " is in use on 127.0.0.1");
            assertThatThrownBy(() -> EmbeddedKafka.open(folder.resolve("kafka"), 0))
                    .isInstanceOf(UserError.class)
                    .hasMessage("another Kafka is using " + folder.resolve("kafka"));
        }
    }
}
