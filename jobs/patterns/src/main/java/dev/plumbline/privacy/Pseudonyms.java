package dev.plumbline.privacy;

import java.io.Serial;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The names under which accounts appear in the store: {@code p_} and the first 20 hexadecimal
 * digits (80 bits) of HMAC-SHA-256 (RFC 2104) over the account in UTF-8, with the organisation's
 * key. The same key gives the same pseudonym everywhere; without the key nobody can go back.
 *
 * <p>Safe for use by several threads. Pseudonyms already computed are remembered, at most {@value
 * #REMEMBERED} of them.
 */
public final class Pseudonyms implements Serializable {
    @Serial private static final long serialVersionUID = 1;
    private static final String ALGORITHM = "HmacSHA256";
    private static final int HEX_DIGITS = 20;
    private static final int REMEMBERED = 50_000;

    private final byte[] key;
    private final transient ConcurrentMap<String, String> remembered = new ConcurrentHashMap<>();

    /**
     * @param key the organisation's secret; copied
     * @throws IllegalArgumentException if the key is empty
     */
    public Pseudonyms(byte[] key) {
        if (key.length == 0) {
            throw new IllegalArgumentException("the pseudonym key is empty");
        }
        this.key = key.clone();
    }

    /** The pseudonym of the account; {@code null} for null, for nobody needs no name. */
    public String of(String account) {
        if (account == null) {
            return null;
        }
        String known = remembered.get(account);
        if (known != null) {
            return known;
        }
        if (remembered.size() >= REMEMBERED) {
            remembered.clear();
        }
        String pseudonym =
                "p_" + HexFormat.of().formatHex(digest(account)).substring(0, HEX_DIGITS);
        remembered.put(account, pseudonym);
        return pseudonym;
    }

    private byte[] digest(String account) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(account.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Deserialised copies start with an empty memory. */
    @Serial
    private Object readResolve() {
        return new Pseudonyms(key);
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "Pseudonyms[key hidden]";
    }
}
