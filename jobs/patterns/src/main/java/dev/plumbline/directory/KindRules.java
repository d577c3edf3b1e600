package dev.plumbline.directory;

import dev.plumbline.work.ActorKind;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is a human, an agent, a service. In the directory an account by name is stronger than a
 * pattern, agents come before services, and what is said of one account of an identity holds for
 * all of them.
 */
final class KindRules implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String BOT_SUFFIX = "[bot]";

    private final HashMap<String, ActorKind> named = new HashMap<>();
    private final ArrayList<AccountRule> agentPatterns = new ArrayList<>();
    private final ArrayList<AccountRule> servicePatterns = new ArrayList<>();

    /** Accounts that are in a pod at some time. */
    private final HashSet<String> members;

    KindRules(DirectoryEntries entries, Set<String> members) {
        this.members = new HashSet<>(members);
        add(entries.agents(), ActorKind.AGENT, agentPatterns);
        add(entries.services(), ActorKind.SERVICE, servicePatterns);
        entries.identities().forEach(identity -> addAliases(identity.accounts()));
        KnownAgents.SAME.forEach(this::addAliases);
    }

    private KindRules(KindRules other) {
        named.putAll(other.named);
        agentPatterns.addAll(other.agentPatterns);
        servicePatterns.addAll(other.servicePatterns);
        members = new HashSet<>();
    }

    /** The same rules without the names of pods' people. */
    KindRules withoutMembers() {
        return new KindRules(this);
    }

    private void add(List<AccountRule> rules, ActorKind kind, List<AccountRule> patterns) {
        for (AccountRule rule : rules) {
            if (rule.isPattern()) {
                patterns.add(rule);
            } else {
                named.putIfAbsent(rule.text(), kind);
            }
        }
    }

    private void addAliases(List<String> accounts) {
        if (accounts.stream().anyMatch(members::contains)) {
            members.addAll(accounts);
        }
        for (String account : accounts) {
            ActorKind kind = ruledKindOf(account);
            if (kind != null) {
                accounts.forEach(alias -> named.putIfAbsent(alias, kind));
                return;
            }
        }
    }

    ResolvedKind kindOf(String account, ActorKind statedByTool, boolean agentNamed) {
        if (account == null || account.isBlank()) {
            return new ResolvedKind(ActorKind.UNKNOWN, "nothing_known");
        }
        ActorKind ruled = ruledKindOf(account);
        if (ruled != null) {
            return new ResolvedKind(ruled, "directory");
        }
        boolean knownAgent = KnownAgents.contains(account);
        boolean knownService = KnownServices.contains(account);
        boolean bot = account.endsWith(BOT_SUFFIX);
        // A pod lists its agents among its members, too: a bot does not become a human by that.
        if (members.contains(account) && !knownAgent && !knownService && !bot) {
            return new ResolvedKind(ActorKind.HUMAN, "directory");
        }
        if (statedByTool != null && statedByTool != ActorKind.UNKNOWN) {
            return new ResolvedKind(statedByTool, "tool");
        }
        if (knownAgent) {
            return new ResolvedKind(ActorKind.AGENT, "known_agent");
        }
        if (knownService) {
            return new ResolvedKind(ActorKind.SERVICE, "known_service");
        }
        if (bot) {
            return new ResolvedKind(ActorKind.SERVICE, "suffix");
        }
        if (agentNamed) {
            return new ResolvedKind(ActorKind.AGENT, "trailer");
        }
        return new ResolvedKind(ActorKind.HUMAN, "account");
    }

    private ActorKind ruledKindOf(String account) {
        ActorKind kind = named.get(account);
        if (kind != null) {
            return kind;
        }
        if (agentPatterns.stream().anyMatch(pattern -> pattern.matches(account))) {
            return ActorKind.AGENT;
        }
        boolean service = servicePatterns.stream().anyMatch(pattern -> pattern.matches(account));
        return service ? ActorKind.SERVICE : null;
    }
}
