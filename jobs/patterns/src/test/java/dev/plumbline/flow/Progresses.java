package dev.plumbline.flow;

import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.Happening;
import java.time.ZoneOffset;

/** Folds happenings of one item through the rule; the last step is the answer. */
final class Progresses {

    private static final WorkCalendar NINE_TO_FIVE = WorkCalendar.standard(ZoneOffset.UTC);

    private Progresses() {}

    static ProgressStep after(Happening... happenings) {
        return ownedBy(ActorKind.HUMAN, happenings);
    }

    static ProgressStep ownedBy(ActorKind kind, Happening... happenings) {
        ProgressStep step = new ProgressStep(Progress.NONE, null, false, false);
        for (Happening happening : happenings) {
            step = ProgressRule.next(step.progress(), happening.event(), kind, NINE_TO_FIVE);
        }
        return step;
    }
}
