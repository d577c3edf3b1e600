package dev.plumbline.streaming.publish;

import dev.plumbline.schema.SourceHealth;

/** The health of sources as it is stored. */
final class SourceHealthForm implements Revised<dev.plumbline.source.SourceHealth, SourceHealth> {

    private static final long serialVersionUID = 1L;

    @Override
    public Class<SourceHealth> type() {
        return SourceHealth.class;
    }

    @Override
    public String key(dev.plumbline.source.SourceHealth health) {
        return health.org() + "/" + health.source() + "/" + health.container();
    }

    @Override
    public long revision(dev.plumbline.source.SourceHealth health) {
        return health.asOf().toEpochMilli();
    }

    @Override
    public SourceHealth value(dev.plumbline.source.SourceHealth health) {
        return SourceHealth.newBuilder()
                .setOrg(health.org())
                .setSource(health.source())
                .setContainer(health.container())
                .setState(health.state().word())
                .setFirstEventAt(health.firstEventAt())
                .setLastEventAt(health.lastEventAt())
                .setMinutesHeard(health.minutesHeard())
                .setExpectedGapS(health.expectedGapSeconds())
                .setClock(health.clock() == null ? null : health.clock().word())
                .setSilentSince(health.silentSince())
                .setRevision(revision(health))
                .build();
    }
}
