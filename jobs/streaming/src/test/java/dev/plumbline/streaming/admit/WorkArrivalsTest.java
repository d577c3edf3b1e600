package dev.plumbline.streaming.admit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.directory.Directory;
import dev.plumbline.privacy.Pseudonyms;
import dev.plumbline.schema.RejectedEvent;
import dev.plumbline.tools.json.RejectedLine;
import dev.plumbline.tools.json.WorkEventJson;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.Party;
import dev.plumbline.work.WorkEvent;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WorkArrivalsTest {

    private static final Pseudonyms KEY = new Pseudonyms("a key".getBytes(StandardCharsets.UTF_8));

    private final WorkArrivals arrivals = new WorkArrivals(Directory.empty(), KEY);

    private WorkEvent event(String type, String more) throws RejectedLine {
        String line =
                "{\"event_id\":\"1\",\"type\":\"%s\",\"occurred_at\":\"2026-03-06T18:00:00Z\",\"source\":\"linear\",\"object\":{\"type\":\"work_item\",\"id\":\"T-1\"},%s}"
                        .formatted(type, more);
        return arrivals.event(WorkEventJson.parse(line), "log", 1).event();
    }

    @Test
    void whomATicketIsDelegatedToIsAnAgent() throws RejectedLine {
        WorkEvent delegated = event("work_item.delegated", "\"owner_to\":\"linear:bot7\"");
        WorkEvent assigned = event("work_item.assigned", "\"owner_to\":\"linear:eve\"");

        assertThat(delegated.ownerTo().kind()).isEqualTo(ActorKind.AGENT);
        assertThat(delegated.ownerTo().kindSource()).isEqualTo("tool");
        assertThat(assigned.ownerTo().kind()).isEqualTo(ActorKind.HUMAN);
    }

    @Test
    void anAgentThatTheEventNamesActedThroughThePersonsAccount() throws RejectedLine {
        Party driven =
                event(
                                "work_item.commented",
                                "\"actor\":{\"account\":\"git:ana\",\"agent\":\"claude\"}")
                        .actor();
        Party herself = event("work_item.commented", "\"actor\":{\"account\":\"git:ana\"}").actor();

        assertThat(driven.kind()).isEqualTo(ActorKind.AGENT);
        assertThat(driven.kindSource()).isEqualTo("trailer");
        assertThat(driven.account()).isEqualTo(herself.account());
        assertThat(herself.kind()).isEqualTo(ActorKind.HUMAN);
    }

    @Test
    void whomAnAgentActsForHasAPseudonymToo() throws RejectedLine {
        String robot = "\"account\":\"robot\",\"kind\":\"agent\"";
        String actor = "\"actor\":{" + robot + ",\"on_behalf_of\":\"git:ana\"}";

        assertThat(event("work_item.commented", actor).actorFor()).isEqualTo(KEY.of("git:ana"));
        assertThat(event("work_item.commented", "\"actor\":{" + robot + "}").actorFor()).isNull();
    }

    /** A person at a service desk enters what another one asked for: it is her own word. */
    @Test
    void aPersonActsForNobody() throws RejectedLine {
        String actor = "\"actor\":{\"account\":\"git:ben\",\"on_behalf_of\":\"git:ana\"}";

        assertThat(event("work_item.commented", actor).actorFor()).isNull();
    }

    @Test
    void whatIsRejectedNamesNobodyEither() {
        RejectedEvent rejected = new RejectedEvent();
        rejected.setOrg("default");
        rejected.setOrigin("log");
        rejected.setPosition(1);
        rejected.setReason("future: too early");
        rejected.setRaw("{\"actor\":{\"account\":\"git:ana\"},\"owner_to\":\"git:ben\"}");

        String kept = arrivals.rejected(rejected).rejected().raw();

        assertThat(kept)
                .isEqualTo(
                        "{\"actor\":{\"account\":\"%s\"},\"owner_to\":\"%s\"}"
                                .formatted(KEY.of("git:ana"), KEY.of("git:ben")));
    }
}
