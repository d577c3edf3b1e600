package dev.plumbline.streaming.publish;

import dev.plumbline.schema.DebtEntry;

/** Rows of the ledger as they are published. */
final class DebtEntryForm implements Revised<dev.plumbline.debt.DebtEntry, DebtEntry> {

    private static final long serialVersionUID = 1L;

    @Override
    public Class<DebtEntry> type() {
        return DebtEntry.class;
    }

    @Override
    public String key(dev.plumbline.debt.DebtEntry entry) {
        return entry.org() + "/" + entry.pod();
    }

    /** Closed after open where both fall on one instant. */
    @Override
    public long revision(dev.plumbline.debt.DebtEntry entry) {
        return entry.asOf().toEpochMilli() + (entry.closedAt() == null ? 0 : 1);
    }

    @Override
    public DebtEntry value(dev.plumbline.debt.DebtEntry entry) {
        return DebtEntry.newBuilder()
                .setOrg(entry.org())
                .setEntryId(entry.id())
                .setPod(entry.pod())
                .setCategory(entry.category().word())
                .setObjectType(entry.objectType())
                .setObjectId(entry.objectId())
                .setOpenedAt(entry.openedAt())
                .setClosedAt(entry.closedAt())
                .setBaselineS(entry.baselineSeconds())
                .setObservedS(entry.observedSeconds())
                .setPaidS(entry.paidSeconds())
                .setDebtS(entry.debtSeconds())
                .setAsOf(entry.asOf())
                .setRevision(revision(entry))
                .build();
    }
}
