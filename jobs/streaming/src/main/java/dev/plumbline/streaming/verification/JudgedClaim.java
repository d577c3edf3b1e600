package dev.plumbline.streaming.verification;

import dev.plumbline.verification.ClaimJudged;

/**
 * A judged claim that counts.
 *
 * @param item type and id of the item it is about
 * @param step position among what the item told
 */
public record JudgedClaim(String org, String pod, String item, long step, ClaimJudged claim) {}
