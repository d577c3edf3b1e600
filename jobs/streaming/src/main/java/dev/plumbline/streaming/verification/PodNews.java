package dev.plumbline.streaming.verification;

import dev.plumbline.directory.Directory;
import dev.plumbline.item.ItemSnapshot;
import dev.plumbline.item.ItemTimeline;
import dev.plumbline.item.PlacedFinding;
import dev.plumbline.item.Signs;
import dev.plumbline.verification.ClaimJudged;
import dev.plumbline.verification.Finding;
import dev.plumbline.verification.FindingKind;
import dev.plumbline.verification.FindingOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What an item or a commit tells its pod of claims and evidence: one of a finding, a judged claim,
 * or the sign that a source is connected to its container.
 *
 * @param container of a finding the one it opened in, wherever the item has gone since; empty where
 *     no event named one
 * @param at when it was decided
 * @param item type and id of the item
 * @param step position among what the item told
 * @param pod of the item then
 * @param linked something of another tool is linked to it
 * @param since when work on it began; of a commit its push
 * @param finding else null
 * @param claim else null
 * @param sign else null
 */
public record PodNews(
        String org,
        String container,
        Instant at,
        String item,
        long step,
        String pod,
        boolean linked,
        Instant since,
        Finding finding,
        ClaimJudged claim,
        Sign sign) {

    /** What shows that a source is connected. */
    public enum Sign {
        /** Evidence reached an item. */
        EVIDENCE,
        /** A change or a commit named its work item. */
        WORK_ITEM_LINK
    }

    /**
     * The order in which a pod hears of it, whatever order it arrived in. That an orphan belongs to
     * something comes last of its instant: the findings of what it belongs to are told by then.
     */
    public static final Comparator<PodNews> FOLD_ORDER =
            Comparator.comparing(PodNews::at)
                    .thenComparing(news -> news.sign() == null)
                    .thenComparing(PodNews::endsOrphan)
                    .thenComparing(PodNews::item)
                    .thenComparingLong(PodNews::step)
                    .thenComparing(news -> news.finding() == null ? "" : news.finding().id());

    /** What an item tells after an event, or when time has passed. */
    public static List<PodNews> of(ItemTimeline item, Signs signs, Directory directory) {
        boolean nothing =
                signs.findings().isEmpty()
                        && signs.claims().isEmpty()
                        && !signs.firstEvidence()
                        && !signs.firstWorkItemLink();
        if (nothing) {
            return List.of();
        }
        Instant placed = item.isListed() ? item.lastOwnEventAt() : item.lastEventAt();
        String pod = ItemSnapshot.pod(item, directory, placed);
        List<PodNews> news = new ArrayList<>();
        if (signs.firstEvidence()) {
            news.add(of(item, pod, item.lastEventAt(), null, null, Sign.EVIDENCE));
        }
        if (signs.firstWorkItemLink()) {
            news.add(of(item, pod, item.lastEventAt(), null, null, Sign.WORK_ITEM_LINK));
        }
        for (PlacedFinding told : signs.findings()) {
            Finding finding = told.finding();
            Instant at = finding.endedAt() == null ? finding.openedAt() : finding.endedAt();
            news.add(of(item, told.pod(), at, finding, null, null));
        }
        for (ClaimJudged claim : signs.claims()) {
            news.add(of(item, pod, claim.judgedAt(), null, claim, null));
        }
        return news;
    }

    private static PodNews of(
            ItemTimeline item,
            String pod,
            Instant at,
            Finding finding,
            ClaimJudged claim,
            Sign sign) {
        String container = finding == null ? item.container() : finding.container();
        return new PodNews(
                item.org(),
                container == null ? "" : container,
                at,
                item.key(),
                item.step(),
                pod,
                item.oversight().evidenceSeen(),
                began(item),
                finding,
                claim,
                sign);
    }

    private boolean endsOrphan() {
        return finding != null
                && finding.kind() == FindingKind.ORPHAN_WORK
                && finding.outcome() != FindingOutcome.OPEN;
    }

    /** The key: organisation and pod. */
    public String key() {
        return org + '\u001f' + pod;
    }

    private static Instant began(ItemTimeline item) {
        Instant active = item.progress().firstActiveAt();
        Instant known = active == null ? item.createdAt() : active;
        return known == null ? Instant.EPOCH : known;
    }
}
