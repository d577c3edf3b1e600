package dev.plumbline.verification;

import dev.plumbline.work.EventType;
import dev.plumbline.work.Happening;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Party;
import dev.plumbline.work.Result;
import dev.plumbline.work.StateCategory;
import dev.plumbline.work.Verdict;
import dev.plumbline.work.Via;

/** What happens to the ticket T-1 and to what is linked to it. */
final class Linked {

    /** A run on the commit that the change C-1 was merged as. */
    static final Via MERGE_COMMIT = new Via(ObjectType.CHANGE, "C-1", true);

    private Linked() {}

    static Happening moved(StateCategory to, String moment, Party by) {
        return Happening.of(EventType.WORK_ITEM_STATE_CHANGED, moment, by)
                .into(to)
                .withId(to.word() + "@" + moment);
    }

    static Happening done(String moment, Party by) {
        return moved(StateCategory.DONE, moment, by);
    }

    static Happening active(String moment, Party by) {
        return moved(StateCategory.ACTIVE, moment, by);
    }

    static Happening assigned(Party owner, String moment, Party by) {
        return Happening.of(EventType.WORK_ITEM_ASSIGNED, moment, by).to(owner);
    }

    static Happening opened(String change, String moment, Party by) {
        return change(EventType.CHANGE_OPENED, change, moment, by)
                .linkedTo("implements", ObjectType.WORK_ITEM, "T-1");
    }

    static Happening merged(String change, String moment, Party by) {
        return change(EventType.CHANGE_MERGED, change, moment, by);
    }

    static Happening approved(String change, String moment, Party by) {
        return change(EventType.CHANGE_REVIEWED, change, moment, by).saying(Verdict.APPROVED);
    }

    static Happening change(EventType type, String change, String moment, Party by) {
        return Happening.of(type, moment, by).on(change).withId(change + type.word() + moment);
    }

    static Happening check(Result result, String run, String moment, Party by) {
        return run(EventType.CI_FINISHED, result, run, moment, by);
    }

    static Happening run(EventType type, Result result, String run, String moment, Party by) {
        return Happening.of(type, moment, by).on(run).ending(result).withId(run + "@" + moment);
    }
}
