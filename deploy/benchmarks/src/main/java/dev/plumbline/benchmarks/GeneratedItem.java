package dev.plumbline.benchmarks;

import dev.plumbline.schema.Actor;
import dev.plumbline.schema.Link;
import dev.plumbline.schema.State;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.schema.WorkObject;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** One item of a generated organisation and what happens to it next. Mutable; ordered by time. */
final class GeneratedItem implements Comparable<GeneratedItem> {
    /** Three people and an agent. */
    static final int MEMBERS = 4;

    static final String CHECKER = "tool:checker";

    private static final double MEAN_GAP_MILLIS = 9 * 3_600_000.0;
    private static final int CHANGES_PERCENT = 30;
    private static final int CROSS_POD_PERCENT = 2;
    private static final int STILL_OPEN_PERCENT = 8;
    private static final String[] STATES = {
        "active", "active", "review", "waiting", "blocked", "todo"
    };
    private static final String[] VERDICTS = {
        "approved", "approved", "changes_requested", "commented"
    };

    private final int number;
    private final int pods;
    private final int length;
    private final boolean change;
    private final int homePod;
    private String owner;
    private String state = "todo";
    private int told;
    private long nextMillis;

    GeneratedItem(int number, int pod, int pods, int length, long birthMillis) {
        this.number = number;
        this.homePod = pod;
        this.pods = pods;
        this.length = length;
        this.change = number % 100 < CHANGES_PERCENT;
        this.nextMillis = birthMillis;
        this.owner = account(pod, number % MEMBERS);
    }

    static String account(int pod, int member) {
        return "github:p" + pod + (member == MEMBERS - 1 ? "-agent" : "-m" + member);
    }

    static String container(int pod) {
        return "github:bench/pod-" + pod;
    }

    boolean goesOn() {
        return told < length;
    }

    /** The next event of this life; the one after it comes after an exponential gap. */
    WorkEvent next(SplittableRandom random) {
        WorkEvent event =
                told == 0
                        ? born()
                        : told == 1
                                ? firstHandoff(random)
                                : told == length - 1 ? last(random) : middle(random);
        told++;
        nextMillis += 1 + (long) (-MEAN_GAP_MILLIS * Math.log(1 - random.nextDouble()));
        return event;
    }

    private WorkEvent born() {
        return event(change ? "change.opened" : "work_item.created", owner)
                .setStateTo(to(change ? "active" : "todo"))
                .build();
    }

    private WorkEvent firstHandoff(SplittableRandom random) {
        String receiver = somebody(random);
        return change ? reviewRequest(receiver) : assignment(owner, receiver);
    }

    private WorkEvent last(SplittableRandom random) {
        if (random.nextInt(100) < STILL_OPEN_PERCENT) {
            return event(change ? "change.commented" : "work_item.commented", owner).build();
        }
        return change
                ? event("change.merged", owner).setStateTo(to("done")).build()
                : moved("done");
    }

    private WorkEvent middle(SplittableRandom random) {
        int dice = random.nextInt(100);
        return change ? middleOfChange(dice, random) : middleOfWorkItem(dice, random);
    }

    private WorkEvent middleOfWorkItem(int dice, SplittableRandom random) {
        if (dice < 32) {
            return event("work_item.commented", somebody(random)).build();
        }
        if (dice < 47) {
            return event("work_item.edited", owner).build();
        }
        if (dice < 70) {
            return moved(STATES[random.nextInt(STATES.length)]);
        }
        if (dice < 82) {
            String receiver = somebody(random);
            return assignment(random.nextBoolean() ? receiver : owner, receiver);
        }
        if (dice < 90) {
            return event("work_item.time_logged", owner).build();
        }
        return commit("implements");
    }

    private WorkEvent middleOfChange(int dice, SplittableRandom random) {
        if (dice < 27) {
            return event("change.updated", owner).build();
        }
        if (dice < 52) {
            return event("change.commented", somebody(random)).build();
        }
        if (dice < 64) {
            return reviewRequest(somebody(random));
        }
        if (dice < 82) {
            return event("change.reviewed", somebody(random))
                    .setVerdict(VERDICTS[random.nextInt(VERDICTS.length)])
                    .build();
        }
        if (dice < 92) {
            return linked("ci.finished", "pipeline_run", "verifies", CHECKER)
                    .setResult("success")
                    .build();
        }
        return commit("part_of");
    }

    private WorkEvent assignment(String assigner, String receiver) {
        WorkEvent event =
                event("work_item.assigned", assigner)
                        .setOwnerFrom(told == 1 ? null : owner)
                        .setOwnerTo(receiver)
                        .build();
        owner = receiver;
        return event;
    }

    private WorkEvent reviewRequest(String reviewer) {
        return event("change.review_requested", owner).setOwnerTo(reviewer).build();
    }

    private WorkEvent moved(String category) {
        WorkEvent event =
                event("work_item.state_changed", owner)
                        .setStateFrom(to(state))
                        .setStateTo(to(category))
                        .build();
        state = category;
        return event;
    }

    private WorkEvent commit(String relation) {
        return linked("commit.pushed", "commit", relation, owner).build();
    }

    private WorkEvent.Builder linked(
            String type, String objectType, String relation, String account) {
        WorkObject object =
                new WorkObject(objectType, objectType + "-" + number + "-" + told, null);
        return event(type, account)
                .setObject(object)
                .setLinks(List.of(new Link(relation, itemType(), itemId())));
    }

    private String somebody(SplittableRandom random) {
        int pod = random.nextInt(100) < CROSS_POD_PERCENT ? random.nextInt(pods) : homePod;
        return account(pod, random.nextInt(MEMBERS));
    }

    private WorkEvent.Builder event(String type, String account) {
        return WorkEvent.newBuilder()
                .setOrg("bench")
                .setEventId("e-" + number + "-" + told)
                .setType(type)
                .setOccurredAt(Instant.ofEpochMilli(nextMillis))
                .setSource("github")
                .setContainer(container(homePod))
                .setObject(new WorkObject(itemType(), itemId(), change ? null : "feature"))
                .setActor(new Actor(account, null, null, null, null));
    }

    private String itemType() {
        return change ? "change" : "work_item";
    }

    private String itemId() {
        return (change ? "PR-" : "W-") + number;
    }

    private static State to(String category) {
        return new State(category, category);
    }

    @Override
    public int compareTo(GeneratedItem other) {
        int byTime = Long.compare(nextMillis, other.nextMillis);
        return byTime != 0 ? byTime : Integer.compare(number, other.number);
    }
}
