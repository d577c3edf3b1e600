package dev.plumbline.debt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a pod stands for at the end of a day, or where the clock stops within it. */
final class DayEnd {

    private static final int WEEK = 7;
    private static final Comparator<OpenEpisode> OLDEST_FIRST =
            Comparator.comparing(OpenEpisode::openedAt).thenComparing(OpenEpisode::id);

    private final DebtRule rule;
    private final PodDebt pod;
    private final Instant end;

    DayEnd(DebtRule rule, PodDebt pod, Instant end) {
        this.rule = rule;
        this.pod = pod;
        this.end = end;
    }

    /** At the end of a week, what ran better than usual pays what is open, the oldest first. */
    void settle() {
        if (WaitHistory.weekOf(pod.day()) == WaitHistory.weekOf(pod.day() + 1)) {
            return;
        }
        pod.saved().forEach((category, saving) -> pay(category, saving.pays()));
        pod.saved().clear();
    }

    private void pay(DebtCategory category, long seconds) {
        if (seconds == 0) {
            return;
        }
        List<Map.Entry<String, OpenEpisode>> owing = new ArrayList<>();
        for (Map.Entry<String, OpenEpisode> entry : pod.open().entrySet()) {
            if (entry.getValue().kind().category() == category && owed(entry.getValue()) > 0) {
                owing.add(entry);
            }
        }
        owing.sort(Map.Entry.comparingByValue(OLDEST_FIRST));
        long left = seconds;
        for (Map.Entry<String, OpenEpisode> entry : owing) {
            long paid = Math.min(left, owed(entry.getValue()));
            entry.setValue(entry.getValue().paying(paid));
            left -= paid;
        }
    }

    /** The rows of the open entries, in no order. */
    void tellOpen(List<DebtEntry> rows) {
        for (OpenEpisode episode : pod.open().values()) {
            long observed = rule.observed(episode, end);
            if (episode.beyond(observed) > 0) {
                rows.add(DebtEntry.of(pod, episode, observed, null, end));
            }
        }
    }

    PodHealth health(Instant dayStart) {
        long entries = 0;
        long owed = 0;
        for (OpenEpisode episode : pod.open().values()) {
            long observed = rule.observed(episode, end);
            entries += episode.beyond(observed) > 0 ? 1 : 0;
            owed += episode.owed(observed);
        }
        boolean known = pod.day() - WEEK >= pod.firstDay();
        Long before = pod.balances().getOrDefault(pod.day() - WEEK, 0L);
        return new PodHealth(
                pod.org(),
                pod.pod(),
                dayStart,
                end,
                entries,
                owed,
                known ? Long.valueOf(owed - before) : null,
                handoffs(),
                pod.today().judgedClaims(),
                flow(),
                unjudged(),
                promisesUnjudged());
    }

    /** The state in which the next day begins, or the pod goes to sleep. */
    PodDebt next() {
        long balance = 0;
        for (Map.Entry<String, OpenEpisode> entry : pod.open().entrySet()) {
            OpenEpisode episode = entry.getValue();
            long observed = rule.observed(episode, end);
            balance += episode.owed(observed);
            if (episode.breaks(observed)) {
                entry.setValue(episode.breaking());
            }
        }
        pod.balances().put(pod.day(), balance);
        pod.balances().keySet().removeIf(day -> day <= pod.day() - WEEK);
        pod.history().values().forEach(history -> history.close(pod.day()));
        pod.history().values().removeIf(WaitHistory::isEmpty);
        pod.baselines().clear();
        boolean owed = pod.balances().values().stream().anyMatch(seconds -> seconds > 0);
        if (owed || !pod.open().isEmpty() || !pod.watched().isEmpty()) {
            return pod.on(pod.day() + 1);
        }
        pod.balances().clear();
        pod.saved().clear();
        return pod.on(PodDebt.ASLEEP);
    }

    /** With what has waited beyond its time and still waits. */
    private Commitments handoffs() {
        Commitments handoffs = pod.today().handoffs();
        for (OpenEpisode episode : pod.open().values()) {
            if (episode.breaks(rule.observed(episode, end))) {
                handoffs = handoffs.with(false);
            }
        }
        return handoffs;
    }

    /** Each item that ought to move at some time of the day, and whether it was stalled then. */
    private Commitments flow() {
        Set<String> stalled = new HashSet<>(pod.today().stalled().keySet());
        for (OpenEpisode episode : pod.open().values()) {
            if (episode.kind() == EpisodeKind.STALL) {
                stalled.add(episode.objectType() + ':' + episode.objectId());
            }
        }
        Map<String, Instant> watched = pod.watched();
        long due = watched.size();
        for (String item : pod.today().unwatched().keySet()) {
            due += watched.containsKey(item) ? 0 : 1;
        }
        for (String item : stalled) {
            boolean counted =
                    watched.containsKey(item) || pod.today().unwatched().containsKey(item);
            due += counted ? 0 : 1;
        }
        return new Commitments(due - stalled.size(), due);
    }

    private List<String> unjudged() {
        Set<String> words = new TreeSet<>();
        for (EpisodeKind kind : pod.today().unjudged().keySet()) {
            if (kind.category() != null) {
                words.add(kind.category().word());
            }
        }
        return List.copyOf(words);
    }

    private boolean promisesUnjudged() {
        return pod.today().unjudged().keySet().stream().anyMatch(EpisodeKind::isPromise);
    }

    private long owed(OpenEpisode episode) {
        return episode.owed(rule.observed(episode, end));
    }
}
