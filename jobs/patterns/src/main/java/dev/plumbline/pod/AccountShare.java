package dev.plumbline.pod;

import dev.plumbline.work.ActorKind;
import java.util.List;
import java.util.Objects;

/**
 * How often something was so, and how often not, where one account stands behind it.
 *
 * @param account a pseudonym; may be null
 */
public record AccountShare(ActorKind actorKind, String account, long yes, long no) {

    /** Adds one to the entry of the account, which is made where there is none. */
    static void add(List<AccountShare> shares, PodFact fact, boolean isSo) {
        AccountShare more =
                new AccountShare(fact.actorKind(), fact.account(), isSo ? 1 : 0, isSo ? 0 : 1);
        for (int i = 0; i < shares.size(); i++) {
            AccountShare known = shares.get(i);
            if (known.actorKind == more.actorKind && Objects.equals(known.account, more.account)) {
                shares.set(i, known.plus(more));
                return;
            }
        }
        shares.add(more);
    }

    private AccountShare plus(AccountShare more) {
        return new AccountShare(actorKind, account, yes + more.yes, no + more.no);
    }
}
