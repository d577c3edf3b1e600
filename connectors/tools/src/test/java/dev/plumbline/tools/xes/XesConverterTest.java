package dev.plumbline.tools.xes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.schema.WorkEvent;
import dev.plumbline.tools.Collected;
import dev.plumbline.tools.json.WorkEventJson;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class XesConverterTest {
    private static final XesOptions OPTIONS =
            new XesOptions("volvo", "vinst", Map.of("Solved", "done"));

    private static Collected convert(String xml) {
        Collected log = new Collected();
        XesConverter.convert(
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                "log.xes",
                OPTIONS,
                log);
        return log;
    }

    private static String log(String... traces) {
        return "<?xml version='1.0'?><log><global scope='event'><date key='time:timestamp'"
                + " value='1970-01-01T00:00:00Z'/></global><float key='x' value='1'><float"
                + " key='y' value='2'/></float>"
                + String.join("", traces)
                + "</log>";
    }

    private static String trace(String name, String... events) {
        return "<trace><string key='concept:name' value='"
                + name
                + "'/>"
                + String.join("", events)
                + "</trace>";
    }

    private static String event(
            String time, String resource, String group, String activity, String transition) {
        return "<event><date key='time:timestamp' value='2026-03-02T"
                + time
                + "+01:00'/><string key='org:resource' value='"
                + resource
                + "'/><string key='org:group' value='"
                + group
                + "'/><string key='concept:name' value='"
                + activity
                + "'/><string key='lifecycle:transition' value='"
                + transition
                + "'/></event>";
    }

    @Test
    void derivesTheHandoverAtTheInstantOfTheEventBefore() {
        Collected log =
                convert(
                        log(
                                trace(
                                        "1-1",
                                        event("09:00:00", "Ana", "G1", "Accepted", "In Progress"),
                                        event("10:00:00", "Ben", "G1", "Accepted", "Wait - User"),
                                        event("10:00:00", "Ben", "G2", "Completed", "Closed"))));

        assertThat(log.events)
                .extracting(WorkEventJson::write)
                .containsExactly(
                        line(
                                "0:created",
                                "work_item.created",
                                "08",
                                0,
                                ana("\"owner_to\":\"volvo:Ana\",\"group_to\":\"volvo:G1\"")),
                        line(
                                "0:state_changed",
                                "work_item.state_changed",
                                "08",
                                1,
                                ana(
                                        "\"state_to\":{\"raw\":\"Accepted/In"
                                                + " Progress\",\"category\":\"active\"}")),
                        line(
                                "0:assigned",
                                "work_item.assigned",
                                "08",
                                5,
                                ana("\"owner_to\":\"volvo:Ben\",\"group_to\":\"volvo:G1\"")),
                        line(
                                "1:state_changed",
                                "work_item.state_changed",
                                "09",
                                11,
                                ben(
                                        "G1",
                                        "\"state_to\":{\"raw\":\"Accepted/Wait -"
                                                + " User\",\"category\":\"waiting\"}")),
                        line(
                                "1:assigned",
                                "work_item.assigned",
                                "09",
                                15,
                                ben("G1", "\"owner_to\":\"volvo:Ben\",\"group_to\":\"volvo:G2\"")),
                        line(
                                "2:state_changed",
                                "work_item.state_changed",
                                "09",
                                21,
                                ben(
                                        "G2",
                                        "\"state_to\":{\"raw\":\"Completed/Closed\",\"category\":\"done\"}")));
    }

    private static String line(String id, String type, String hour, int sequence, String rest) {
        return "{\"event_id\":\"volvo:vinst:1-1:"
                + id
                + "\",\"type\":\""
                + type
                + "\",\"occurred_at\":\"2026-03-02T"
                + hour
                + ":00:00Z\""
                + (sequence == 0 ? "" : ",\"sequence\":" + sequence)
                + (type.endsWith("assigned") ? ",\"time_quality\":\"derived\"" : "")
                + ",\"source\":\"volvo\",\"container\":\"volvo:vinst\",\"object\":{\"type\":"
                + "\"work_item\",\"id\":\"vinst:1-1\"},"
                + rest
                + "}";
    }

    private static String ana(String rest) {
        return "\"actor\":{\"account\":\"volvo:Ana\",\"group\":\"volvo:G1\"}," + rest;
    }

    private static String ben(String group, String rest) {
        return "\"actor\":{\"account\":\"volvo:Ben\",\"group\":\"volvo:" + group + "\"}," + rest;
    }

    @Test
    void anUnknownResourceIsNoNewHolderUnlessTheGroupChanges() {
        Collected log =
                convert(
                        log(
                                trace(
                                        "1-1",
                                        event("09:00:00", "Ana", "G1", "Queued", "x"),
                                        event("10:00:00", "-", "G1", "Queued", "x"),
                                        event("11:00:00", "Ana", "G1", "Solved", "x"),
                                        event("12:00:00", "", "G2", "Queued", "x"))));

        List<WorkEvent> assigned =
                log.events.stream().filter(e -> e.getType().endsWith("assigned")).toList();
        assertThat(assigned).hasSize(1);
        assertThat(assigned.get(0).getOwnerTo()).isNull();
        assertThat(assigned.get(0).getGroupTo()).isEqualTo("volvo:G2");
        assertThat(log.events.get(3).getStateTo().getCategory()).isEqualTo("done");
        assertThat(log.events.get(2).getActor().getKind()).isEqualTo("unknown");
    }

    @Test
    void twoTracesOfOneNameStayTwoItems() {
        String event = event("09:00:00", "Ana", "G1", "Queued", "x");
        Collected log = convert(log(trace("1", event), trace("1", event), trace("1", event)));

        assertThat(log.folded("work_item").keySet())
                .containsExactly("vinst:1", "vinst:1#2", "vinst:1#3");
    }

    @Test
    void anEventWithoutATimeIsRejectedAndTheRestIsRead() {
        String untimed = "<event><string key='concept:name' value='A'/></event>";
        String bad = event("99:00:00", "Ana", "G1", "Queued", "x");
        Collected log =
                convert(log(trace("1", untimed, bad, event("09:00:00", "A", "G", "B", "c"))));

        assertThat(log.types()).containsExactly("work_item.created", "work_item.state_changed");
        assertThat(log.rejected).extracting(r -> r.getPosition()).containsExactly(1L, 2L);
        assertThat(log.rejected.get(0).getReason())
                .isEqualTo("missing_field: the event has no time:timestamp");
        assertThat(log.rejected.get(1).getReason()).startsWith("bad_time: time:timestamp is");
    }

    @Test
    void aLogThatBreaksOffGivesTheTracesBeforeAndOneRejection() {
        String event = event("09:00:00", "Ana", "G1", "Queued", "x");
        Collected log = convert("<log>" + trace("1", event) + "<trace><string key='concept");

        assertThat(log.events).hasSize(2);
        assertThat(log.rejected).hasSize(1);
        assertThat(log.rejected.get(0).getReason()).startsWith("not_xml: ").doesNotContain("\n");
    }

    @Test
    void aBrokenNameCostsItsEventAndNoMore() {
        String broken = event("08:00:00", "Zoë", "G1", "Queued", "x");
        String xml = log(trace("1", broken, event("09:00:00", "Ana", "G1", "Queued", "x")));
        Collected log = new Collected();
        XesConverter.convert(
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.ISO_8859_1)),
                "log.xes",
                OPTIONS,
                log);

        assertThat(log.rejected.get(0).getReason())
                .isEqualTo("bad_utf8: org:resource holds broken characters");
        assertThat(log.events).hasSize(2);
        String declared = xml.replace("?>", " encoding='ISO-8859-1'?>");
        Collected read = new Collected();
        XesConverter.convert(
                new ByteArrayInputStream(declared.getBytes(StandardCharsets.ISO_8859_1)),
                "log.xes",
                OPTIONS,
                read);
        assertThat(read.events.get(0).getOwnerTo()).isEqualTo("volvo:Zoë");
    }

    @Test
    void doesNotFollowEntitiesOutOfTheLog() {
        Collected log =
                convert(
                        "<!DOCTYPE log [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><log><trace>"
                                + "<string key='concept:name' value='a'/>&x;</trace></log>");

        assertThat(log.events).isEmpty();
    }

    @Test
    void anEmptyFileIsOneRejection() {
        assertThat(convert("").rejected).hasSize(1);
    }
}
