package dev.plumbline.tools.demo;

import dev.plumbline.schema.Actor;
import dev.plumbline.schema.WorkEvent;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces the accounts of people by keyed hashes. The key is drawn anew each time and kept
 * nowhere, so that nobody can compute a person's pseudonym. Machines keep their names: they are
 * what the demo shows.
 */
final class Pseudonyms {
    private static final int SHOWN_BYTES = 6;

    private final SecretKeySpec key;
    private final Set<String> machines = new HashSet<>();

    Pseudonyms() {
        byte[] salt = new byte[32];
        new SecureRandom().nextBytes(salt);
        this.key = new SecretKeySpec(salt, "HmacSHA256");
    }

    /** Changes the events in place; they must be all events that share accounts. */
    void replaceIn(List<WorkEvent> events) {
        for (WorkEvent event : events) {
            Actor actor = event.getActor();
            if (actor != null && actor.getKind() != null) {
                machines.add(actor.getAccount());
            }
        }
        events.forEach(this::replaceIn);
    }

    private void replaceIn(WorkEvent event) {
        Actor actor = event.getActor();
        if (actor != null) {
            if (actor.getKind() == null) {
                actor.setKind("human");
            }
            actor.setAccount(of(actor.getAccount()));
            actor.setOnBehalfOf(of(actor.getOnBehalfOf()));
        }
        event.setOwnerFrom(of(event.getOwnerFrom()));
        event.setOwnerTo(of(event.getOwnerTo()));
    }

    private String of(String account) {
        if (account == null || machines.contains(account)) {
            return account;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] hash = mac.doFinal(account.getBytes(StandardCharsets.UTF_8));
            String tool = account.substring(0, account.indexOf(':') + 1);
            return tool + HexFormat.of().formatHex(hash, 0, SHOWN_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
