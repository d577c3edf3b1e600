package dev.plumbline.admission;

import dev.plumbline.directory.Directory;
import dev.plumbline.directory.ResolvedKind;
import dev.plumbline.privacy.Pseudonyms;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.Party;
import java.io.Serializable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Turns the accounts of a tool into parties: what kind of actor, which person, under a pseudonym.
 * Behind this point nobody has a name. Safe for use by several threads; answers are remembered, at
 * most {@value #REMEMBERED} of them.
 */
public final class Parties implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int REMEMBERED = 50_000;

    private final Directory directory;
    private final Pseudonyms pseudonyms;
    private transient volatile ConcurrentMap<Stated, Party> remembered;

    private record Stated(String account, ActorKind kind) {}

    /**
     * @param directory with the clear names
     */
    public Parties(Directory directory, Pseudonyms pseudonyms) {
        this.directory = directory;
        this.pseudonyms = pseudonyms;
    }

    /**
     * The party behind an account; null for null.
     *
     * @param stated kind the tool itself states, null where it says nothing
     */
    public Party of(String account, ActorKind stated) {
        if (account == null) {
            return null;
        }
        ConcurrentMap<Stated, Party> memory = memory();
        Stated key = new Stated(account, stated);
        Party known = memory.get(key);
        if (known != null) {
            return known;
        }
        if (memory.size() >= REMEMBERED) {
            memory.clear();
        }
        Party party = resolve(account, stated);
        memory.put(key, party);
        return party;
    }

    private Party resolve(String account, ActorKind stated) {
        ResolvedKind kind = directory.kindOf(account, stated);
        String person = directory.personOf(account);
        return new Party(pseudonyms.of(person), kind.kind(), kind.source());
    }

    private ConcurrentMap<Stated, Party> memory() {
        if (remembered == null) {
            remembered = new ConcurrentHashMap<>();
        }
        return remembered;
    }
}
