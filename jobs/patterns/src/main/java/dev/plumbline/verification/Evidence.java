package dev.plumbline.verification;

import dev.plumbline.work.ActorKind;
import dev.plumbline.work.EventType;
import dev.plumbline.work.EvidenceKind;
import dev.plumbline.work.Party;
import dev.plumbline.work.Result;
import dev.plumbline.work.Verdict;
import dev.plumbline.work.WorkEvent;
import java.time.Instant;

/**
 * A trace that the work is done.
 *
 * @param producer account of who left it; null for a machine: a service, or of a check, a test or a
 *     deployment nobody known. It is never the claimer
 * @param producerFor the person an agent that left it acts for; may be null
 */
public record Evidence(
        EvidenceKind kind, String event, String producer, String producerFor, Instant at) {

    /** The evidence in that event; null where it is none. */
    static Evidence in(WorkEvent event) {
        EvidenceKind kind = kindOf(event);
        if (kind == null) {
            return null;
        }
        Party actor = event.actor();
        boolean service = actor != null && actor.kind() == ActorKind.SERVICE;
        if (!isWitness(kind, actor, service)) {
            return null;
        }
        String producer = service ? null : Party.accountOf(actor);
        String producerFor = producer == null ? null : event.actorFor();
        return new Evidence(kind, event.id(), producer, producerFor, event.occurredAt());
    }

    /**
     * Whether it says something for the work: a merge or a review by nobody known may be the
     * claimer's own, and a service reads nothing.
     */
    private static boolean isWitness(EvidenceKind kind, Party actor, boolean service) {
        return switch (kind) {
            case CHANGE -> Party.accountOf(actor) != null;
            case REVIEW -> Party.accountOf(actor) != null && !service;
            case CHECK, TEST, DEPLOYMENT -> true;
        };
    }

    /** Whether somebody else than the claimer left it. */
    boolean independentOf(Claim claim) {
        return independentOf(Party.accountOf(claim.claimer()), claim.claimerFor());
    }

    /**
     * Whether it is neither the claimer's own, nor of an agent that acts for the claimer or for the
     * same person. A person who looks at what her agent claims is somebody else.
     */
    boolean independentOf(String claimer, String claimerFor) {
        if (producer == null) {
            return true;
        }
        boolean own = producer.equals(claimer);
        boolean agents =
                producerFor != null
                        && (producerFor.equals(claimer) || producerFor.equals(claimerFor));
        return !own && !agents;
    }

    /** Whether the event comes from where evidence comes from, whatever it says. */
    static boolean isFromSource(EventType type) {
        return switch (type) {
            case CHANGE_OPENED,
                    CHANGE_READY,
                    CHANGE_DRAFTED,
                    CHANGE_UPDATED,
                    CHANGE_REVIEW_REQUESTED,
                    CHANGE_REVIEWED,
                    CHANGE_MERGED,
                    CHANGE_ABANDONED,
                    CHANGE_REOPENED,
                    CHANGE_REVERTED,
                    CI_STARTED,
                    CI_FINISHED,
                    TEST_FINISHED,
                    DEPLOY_STARTED,
                    DEPLOY_FINISHED,
                    DEPLOY_ROLLED_BACK ->
                    true;
            default -> false;
        };
    }

    private static EvidenceKind kindOf(WorkEvent event) {
        boolean success = event.result() == Result.SUCCESS;
        return switch (event.type()) {
            case CHANGE_MERGED -> EvidenceKind.CHANGE;
            case CHANGE_REVIEWED ->
                    event.verdict() == Verdict.APPROVED ? EvidenceKind.REVIEW : null;
            case CI_FINISHED -> success ? EvidenceKind.CHECK : null;
            case TEST_FINISHED -> success ? EvidenceKind.TEST : null;
            case DEPLOY_FINISHED -> success ? EvidenceKind.DEPLOYMENT : null;
            default -> null;
        };
    }
}
