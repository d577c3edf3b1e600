package dev.plumbline.tools.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {
    @TempDir Path folder;

    private static String event(int n) {
        return "{\"event_id\":\"e"
                + n
                + "\",\"type\":\"work_item.commented\",\"occurred_at\":1774530000000,"
                + "\"source\":\"jira\",\"object\":{\"type\":\"work_item\",\"id\":\"PAY-"
                + n
                + "\"}}";
    }

    private static List<EventFile.Line> read(byte[] bytes) {
        return read(new ByteArrayInputStream(bytes));
    }

    private static List<EventFile.Line> read(InputStream in) {
        List<EventFile.Line> lines = new ArrayList<>();
        try (EventFile file = EventFile.of(in, "in.ndjson")) {
            for (EventFile.Line line = file.next(); line != null; line = file.next()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    @Test
    void numbersTheLinesOfTheFileAndSkipsBlankOnes() {
        List<EventFile.Line> lines =
                read(
                        utf8(
                                "\uFEFF"
                                        + event(1)
                                        + "\r\n\r\n  \n"
                                        + event(2)
                                        + "\nnonsense\n"
                                        + event(3)));

        assertThat(lines).extracting(EventFile.Line::number).containsExactly(1L, 4L, 5L, 6L);
        assertThat(lines.get(2).isEvent()).isFalse();
        assertThat(lines.get(2).rejected().getOrigin()).isEqualTo("in.ndjson");
        assertThat(lines.get(2).rejected().getPosition()).isEqualTo(5);
        assertThat(lines.get(2).rejected().getRaw()).isEqualTo("nonsense");
        assertThat(lines.get(2).rejected().getRawBytes()).isEqualTo(8);
        assertThat(lines.get(2).rejected().getReason()).startsWith("not_json: ");
        assertThat(lines.get(3).event().getEventId()).isEqualTo("e3");
    }

    @Test
    void anEmptyFileHasNoLines() throws IOException {
        assertThat(read(new byte[0])).isEmpty();
        assertThat(read(utf8("\uFEFF"))).isEmpty();
        assertThat(read(utf8("\r\n\n"))).isEmpty();
        assertThat(read(gzip(new byte[0]))).isEmpty();
    }

    @Test
    void readsGzipWhateverTheFileIsCalled() throws IOException {
        Path file = folder.resolve("events.ndjson");
        Files.write(file, gzip(utf8(event(1) + "\n" + event(2) + "\n")));

        try (EventFile events = EventFile.open(file)) {
            assertThat(events.next().event().getEventId()).isEqualTo("e1");
            assertThat(events.next().event().getEventId()).isEqualTo("e2");
            assertThat(events.next()).isNull();
            assertThat(events.bytesRead()).isEqualTo(Files.size(file));
        }
    }

    @Test
    void aTruncatedGzipGivesWhatCouldBeReadAndOneRejection() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int n = 1; n <= 20_000; n++) {
            text.append(event(n * 7_919)).append('\n');
        }
        byte[] packed = gzip(utf8(text.toString()));

        List<EventFile.Line> lines = read(Arrays.copyOf(packed, packed.length / 2));

        EventFile.Line last = lines.get(lines.size() - 1);
        assertThat(lines).hasSizeBetween(5_000, 15_000);
        assertThat(lines.subList(0, lines.size() - 1)).allMatch(EventFile.Line::isEvent);
        assertThat(last.rejected().getReason()).startsWith("truncated_gzip: ");
        assertThat(last.number()).isEqualTo(lines.size());
    }

    @Test
    void aGzipThatBreaksInItsHeaderGivesOneRejection() throws IOException {
        List<EventFile.Line> lines = read(Arrays.copyOf(gzip(utf8(event(1))), 5));

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).rejected().getReason()).startsWith("truncated_gzip: ");
    }

    @Test
    void aCorruptGzipGivesOneRejection() throws IOException {
        byte[] packed = gzip(utf8(event(1) + "\n" + event(2) + "\n"));
        packed[packed.length - 6] ^= 1;

        List<EventFile.Line> lines = read(packed);

        assertThat(lines).hasSize(3);
        assertThat(lines.get(2).rejected().getReason()).startsWith("corrupt_gzip: ");
    }

    @Test
    void makesBrokenUtf8AndNulVisible() {
        byte[] bytes = utf8("a\0b?\n" + event(1));
        bytes[3] = (byte) 0xFF;

        List<EventFile.Line> lines = read(bytes);

        assertThat(lines.get(0).rejected().getRaw()).isEqualTo("a\\u0000b\uFFFD");
        assertThat(lines.get(0).rejected().getReason()).startsWith("nul_character: ");
        assertThat(lines.get(1).isEvent()).isTrue();
    }

    @Test
    void aLineOfTwentyMegabytesIsRejectedWithoutBeingHeld() {
        byte[] bytes = new byte[20_000_000 + 1 + event(1).length()];
        Arrays.fill(bytes, (byte) 'x');
        bytes[20_000_000] = '\n';
        byte[] after = utf8(event(1));
        System.arraycopy(after, 0, bytes, 20_000_001, after.length);

        List<EventFile.Line> lines = read(bytes);

        assertThat(lines.get(0).rejected().getReason())
                .isEqualTo("line_too_long: 20,000,000 bytes, the limit is 1,048,576");
        assertThat(lines.get(0).rejected().getRaw()).hasSize(2_000);
        assertThat(lines.get(0).rejected().getRawBytes()).isEqualTo(20_000_000);
        assertThat(lines.get(1).event().getEventId()).isEqualTo("e1");
    }

    @Test
    void aLineOfExactlyTheLimitIsRead() {
        String longest = event(1) + " ".repeat(1_048_576 - event(1).length());

        assertThat(read(utf8(longest + "\r\n")).get(0).isEvent()).isTrue();
        assertThat(read(utf8(longest + " \n")).get(0).rejected().getReason())
                .isEqualTo("line_too_long: 1,048,577 bytes, the limit is 1,048,576");
    }

    @Test
    void saysInOneLineThatAFileCannotBeRead() {
        Path missing = folder.resolve("none.ndjson");

        assertThatThrownBy(() -> EventFile.open(missing))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage(missing + ": no such file");
        assertThatThrownBy(() -> EventFile.open(folder))
                .hasMessage(folder + ": is a directory, expected a file");
    }
}
