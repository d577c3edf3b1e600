package dev.plumbline.streaming.publish;

import dev.plumbline.debt.Commitments;
import dev.plumbline.schema.PodHealth;

/** How pods stand, as it is published. */
final class PodHealthForm implements Revised<dev.plumbline.debt.PodHealth, PodHealth> {

    private static final long serialVersionUID = 1L;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final String NO_DATA = "no_data";
    private static final String INSUFFICIENT_DATA = "insufficient_data";

    @Override
    public Class<PodHealth> type() {
        return PodHealth.class;
    }

    @Override
    public String key(dev.plumbline.debt.PodHealth row) {
        return row.org() + "/" + row.pod();
    }

    @Override
    public long revision(dev.plumbline.debt.PodHealth row) {
        return row.asOf().toEpochMilli();
    }

    @Override
    public PodHealth value(dev.plumbline.debt.PodHealth row) {
        Long slope = row.slopeSecondsPerWeek();
        boolean unjudged = row.handoffsUnjudged();
        return PodHealth.newBuilder()
                .setOrg(row.org())
                .setPod(row.pod())
                .setDay(row.day())
                .setAsOf(row.asOf())
                .setOpenEntries(row.openEntries())
                .setDebtS(row.debtSeconds())
                .setDebtHours(row.debtSeconds() / SECONDS_PER_HOUR)
                .setDebtSlopePerWeek(slope == null ? null : slope / SECONDS_PER_HOUR)
                .setDebtSlopeNullReason(slope == null ? INSUFFICIENT_DATA : null)
                .setIntegrity(row.commitments().share())
                .setIntegrityNullReason(reason(row.commitments(), unjudged))
                .setIntegrityHandoffs(row.handoffs().share())
                .setIntegrityHandoffsNullReason(reason(row.handoffs(), unjudged))
                .setIntegrityClaims(row.claims().share())
                .setIntegrityClaimsNullReason(reason(row.claims(), false))
                .setIntegrityFlow(row.flow().share())
                .setIntegrityFlowNullReason(reason(row.flow(), false))
                .setHandoffsKept(row.handoffs().kept())
                .setHandoffsDue(row.handoffs().due())
                .setClaimsKept(row.claims().kept())
                .setClaimsDue(row.claims().due())
                .setFlowKept(row.flow().kept())
                .setFlowDue(row.flow().due())
                .setInsufficientData(row.unjudged())
                .setRevision(revision(row))
                .build();
    }

    private static String reason(Commitments part, boolean unjudged) {
        if (part.due() > 0) {
            return null;
        }
        return unjudged ? INSUFFICIENT_DATA : NO_DATA;
    }
}
