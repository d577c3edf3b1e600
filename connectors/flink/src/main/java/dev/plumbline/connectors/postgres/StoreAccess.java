package dev.plumbline.connectors.postgres;

import java.io.Serializable;

/**
 * How to reach the store.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/database}
 * @param user role that may write the tables
 * @param password {@code null} where none is needed; never printed
 */
public record StoreAccess(String jdbcUrl, String user, String password) implements Serializable {
    public StoreAccess {
        if (jdbcUrl == null || !jdbcUrl.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "The store's address must start with jdbc:postgresql:");
        }
    }

    /** The address without its parameters, among which there may be secrets. */
    public String address() {
        int parameters = jdbcUrl.indexOf('?');
        return parameters < 0 ? jdbcUrl : jdbcUrl.substring(0, parameters);
    }

    @Override
    public String toString() {
        return "StoreAccess[%s, user %s]".formatted(address(), user);
    }
}
