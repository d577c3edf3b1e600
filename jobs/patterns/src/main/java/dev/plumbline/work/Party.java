package dev.plumbline.work;

/**
 * An account and what kind of actor stands behind it.
 *
 * @param account the account; a pseudonym from admission on
 * @param kind never null; {@link ActorKind#UNKNOWN} where nothing is known
 * @param kindSource the rule that answered: directory, tool, suffix ...
 */
public record Party(String account, ActorKind kind, String kindSource) {

    /** Whether both name the same account; an absent one is nobody's. */
    public static boolean sameAccount(Party one, Party other) {
        return one != null && other != null && one.account.equals(other.account);
    }

    /** The account of a party that may be absent. */
    public static String accountOf(Party party) {
        return party == null ? null : party.account;
    }

    /** The rule that said the kind of a party that may be absent; null where there is none. */
    public static String kindSourceOf(Party party) {
        return party == null ? null : party.kindSource;
    }

    /** The kind of a party that may be absent; null where there is none. */
    public static ActorKind kindOf(Party party) {
        return party == null ? null : party.kind;
    }
}
