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

    private record Stated(String account, ActorKind kind, boolean agentNamed) {}

    /**
     * @param directory with the clear names
     */
    public Parties(Directory directory, Pseudonyms pseudonyms) {
        this.directory = directory;
        this.pseudonyms = pseudonyms;
    }

    /** The pseudonym of the person behind an account. */
    public String pseudonym(String account) {
        return pseudonyms.of(directory.personOf(account));
    }

    /**
     * The party behind an account; null for null.
     *
     * @param stated kind the tool itself states, null where it says nothing
     */
    public Party of(String account, ActorKind stated) {
        return of(account, stated, false);
    }

    /**
     * The party behind the account of an actor; null for null, and for the button of a web page,
     * behind which somebody else acted.
     *
     * @param stated kind the tool itself states, null where it says nothing
     * @param agentNamed the event names an agent that drove the account, as commit trailers do
     */
    public Party of(String account, ActorKind stated, boolean agentNamed) {
        if (account == null || directory.isNobody(account)) {
            return null;
        }
        ConcurrentMap<Stated, Party> memory = memory();
        Stated key = new Stated(account, stated, agentNamed);
        Party known = memory.get(key);
        if (known != null) {
            return known;
        }
        if (memory.size() >= REMEMBERED) {
            memory.clear();
        }
        Party party = resolve(key);
        memory.put(key, party);
        return party;
    }

    private Party resolve(Stated stated) {
        ResolvedKind kind = directory.kindOf(stated.account(), stated.kind(), stated.agentNamed());
        return new Party(pseudonym(stated.account()), kind.kind(), kind.source());
    }

    private ConcurrentMap<Stated, Party> memory() {
        if (remembered == null) {
            remembered = new ConcurrentHashMap<>();
        }
        return remembered;
    }
}
