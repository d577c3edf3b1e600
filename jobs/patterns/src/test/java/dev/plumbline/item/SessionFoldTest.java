package dev.plumbline.item;

import static dev.plumbline.pod.PodFactKind.WATCH_ENDED;
import static dev.plumbline.pod.PodFactKind.WATCH_STARTED;
import static dev.plumbline.work.EventType.AGENT_CLAIMED_DONE;
import static dev.plumbline.work.EventType.AGENT_INPUT_REQUIRED;
import static dev.plumbline.work.EventType.AGENT_PROGRESS;
import static dev.plumbline.work.EventType.AGENT_SESSION_STARTED;
import static dev.plumbline.work.Happening.ANA;
import static dev.plumbline.work.Happening.CARA;
import static dev.plumbline.work.Happening.ROBOT;
import static dev.plumbline.work.Happening.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.pod.PodFact;
import dev.plumbline.work.EventType;
import dev.plumbline.work.Happening;
import dev.plumbline.work.Organisation;
import dev.plumbline.work.Party;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The robot belongs to the pod "red", cara to "blue". */
class SessionFoldTest {

    private final SessionFold fold = new SessionFold(Organisation.ACME, Duration.ofDays(10));
    private final List<PodFact> facts = new ArrayList<>();
    private Session session = Session.starting("acme", "S-1");

    private SessionFoldTest hears(EventType type, String moment, Party agent) {
        SessionFold.Step step =
                fold.fold(session, Happening.of(type, moment, agent).on("S-1").event());
        session = step.session();
        facts.addAll(step.facts());
        return this;
    }

    @Test
    void aSessionIsWatchedFromItsStartUntilItsAgentAsksOrIsDone() {
        hears(AGENT_SESSION_STARTED, "Mon 09:00", ROBOT)
                .hears(AGENT_PROGRESS, "Mon 09:10", ROBOT)
                .hears(AGENT_INPUT_REQUIRED, "Mon 09:20", ROBOT)
                .hears(AGENT_SESSION_STARTED, "Mon 10:00", ROBOT)
                .hears(AGENT_CLAIMED_DONE, "Mon 10:30", ROBOT);

        assertThat(facts)
                .extracting(PodFact::kind, PodFact::at, PodFact::pod, PodFact::account)
                .containsExactly(
                        tuple(WATCH_STARTED, at("Mon 09:00"), "red", "robot"),
                        tuple(WATCH_ENDED, at("Mon 09:20"), "red", "robot"),
                        tuple(WATCH_STARTED, at("Mon 10:00"), "red", "robot"),
                        tuple(WATCH_ENDED, at("Mon 10:30"), "red", "robot"));
        assertThat(facts).extracting(PodFact::item).containsOnly("agent_session:S-1");
    }

    @Test
    void aSessionThatGoesToAnotherPodLeavesTheFirstBeforeItIsWatchedThere() {
        hears(AGENT_SESSION_STARTED, "Mon 09:00", ANA).hears(AGENT_PROGRESS, "Mon 09:10", CARA);

        assertThat(facts)
                .extracting(PodFact::kind, PodFact::pod, PodFact::account)
                .containsExactly(
                        tuple(WATCH_STARTED, "red", "ana"),
                        tuple(WATCH_ENDED, "red", "ana"),
                        tuple(WATCH_STARTED, "blue", "cara"));
        assertThat(facts).isSortedAccordingTo(PodFact.FOLD_ORDER);
    }

    @Test
    void aSessionThatIsForgottenIsWatchedNoMore() {
        hears(AGENT_SESSION_STARTED, "Mon 09:00", ROBOT);

        PodFact last = fold.unwatched(session);

        assertThat(last.kind()).isEqualTo(WATCH_ENDED);
        assertThat(last.at()).isEqualTo(at("Thu+1 09:00"));
        hears(AGENT_CLAIMED_DONE, "Mon 09:30", ROBOT);
        assertThat(fold.unwatched(session)).isNull();
    }
}
