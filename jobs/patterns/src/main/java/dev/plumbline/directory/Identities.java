package dev.plumbline.directory;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Which accounts are the same person, or the same agent. */
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
        KnownAgents.SAME.forEach(accounts -> addTo(firstAccountOf, accounts));
        return new Identities(firstAccountOf);
    }

    /** What the directory says of one of the accounts holds for all of them. */
    private static void addTo(Map<String, String> firstAccountOf, List<String> accounts) {
        String first =
                accounts.stream()
                        .map(firstAccountOf::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(accounts.get(0));
        accounts.forEach(account -> firstAccountOf.putIfAbsent(account, first));
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
