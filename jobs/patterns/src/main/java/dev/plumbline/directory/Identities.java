package dev.plumbline.directory;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Which accounts are the same person. */
final class Identities implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Every account of an identity → the identity's first account. */
    private final HashMap<String, String> firstAccountOf;

    private Identities(Map<String, String> firstAccountOf) {
        this.firstAccountOf = new HashMap<>(firstAccountOf);
    }

    static Identities of(List<Identity> identities) {
        Map<String, String> firstAccountOf = new HashMap<>();
        for (Identity identity : identities) {
            for (String account : identity.accounts()) {
                firstAccountOf.putIfAbsent(account, identity.accounts().get(0));
            }
        }
        return new Identities(firstAccountOf);
    }

    String personOf(String account) {
        return firstAccountOf.getOrDefault(account, account);
    }

    Identities pseudonymised(UnaryOperator<String> pseudonym) {
        Map<String, String> pseudonyms = new HashMap<>();
        firstAccountOf.forEach(
                (account, first) ->
                        pseudonyms.put(pseudonym.apply(account), pseudonym.apply(first)));
        return new Identities(pseudonyms);
    }
}
