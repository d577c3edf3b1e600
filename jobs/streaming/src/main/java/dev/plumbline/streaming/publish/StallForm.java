package dev.plumbline.streaming.publish;

import dev.plumbline.schema.Stall;

/** Stalls as they are published. */
final class StallForm implements Revised<dev.plumbline.stall.Stall, Stall> {

    private static final long serialVersionUID = 1L;

    @Override
    public Class<Stall> type() {
        return Stall.class;
    }

    @Override
    public String key(dev.plumbline.stall.Stall stall) {
        return stall.org() + "/" + stall.pod();
    }

    /** Detected, graver, ended: in this order where they fall on one instant. */
    @Override
    public long revision(dev.plumbline.stall.Stall stall) {
        if (stall.endedAt() != null) {
            return stall.endedAt().toEpochMilli() + 3;
        }
        int grade =
                switch (stall.severity()) {
                    case WARNING -> 0;
                    case HIGH -> 1;
                    case CRITICAL -> 2;
                };
        return stall.detectedAt().toEpochMilli() + grade;
    }

    @Override
    public Stall value(dev.plumbline.stall.Stall stall) {
        boolean open = stall.endedAt() == null;
        return Stall.newBuilder()
                .setOrg(stall.org())
                .setStallId(stall.id())
                .setObjectType(stall.objectType().word())
                .setObjectId(stall.objectId())
                .setContainer(stall.container())
                .setPod(stall.pod())
                .setOwnerKind(stall.ownerKind().word())
                .setStateCategory(stall.state().word())
                .setSilentSince(stall.silentSince())
                .setDetectedAt(stall.detectedAt())
                .setEndedAt(stall.endedAt())
                .setOutcome(stall.outcome().word())
                .setSeverity(stall.severity().word())
                .setThresholdS(stall.thresholdSeconds())
                .setMedianS(stall.medianSeconds())
                .setBaseline(stall.baseline().word())
                .setBaselineN(stall.baselineN())
                .setSilentEffectiveS(open ? null : stall.silentEffectiveSeconds())
                .setLastEvent(stall.lastEvent())
                .setEndingEvent(stall.endingEvent())
                .setRevision(revision(stall))
                .build();
    }
}
