package dev.plumbline.standalone.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a PostgreSQL database is and who logs in. Printing one never shows the password.
 *
 * @param query parameters of the driver, {@code sslmode=require&…}, or null
 * @param password may be null where the server asks for none
 */
public record StoreAddress(
        String host, int port, String database, String query, String user, String password) {

    private static final int DEFAULT_PORT = 5432;

    /** Whether a store's location is a database's URL rather than a directory. */
    public static boolean isUrl(String location) {
        return location.matches("(?i)(jdbc:)?postgres(ql)?://.*");
    }

    /**
     * The address in {@code postgresql://user:password@host:port/database?parameters}. A missing
     * password is taken from the environment variable {@code PGPASSWORD}.
     *
     * @throws StoreException when it is no such URL
     */
    public static StoreAddress parse(String location) {
        URI uri = uriOf(location.replaceFirst("(?i)^jdbc:", ""));
        if (uri.getHost() == null || uri.getPath() == null || uri.getPath().length() < 2) {
            throw new StoreException(
                    "the store's URL names no host or no database; write"
                            + " postgresql://user:password@host:5432/database");
        }
        if (uri.getRawUserInfo() == null) {
            throw new StoreException(
                    "the store's URL names no user; write postgresql://user:password@%s/%s"
                            .formatted(uri.getHost(), uri.getPath().substring(1)));
        }
        String[] login = uri.getRawUserInfo().split(":", 2);
        String password = login.length == 2 ? decoded(login[1]) : System.getenv("PGPASSWORD");
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        return new StoreAddress(
                uri.getHost(),
                port,
                uri.getPath().substring(1),
                uri.getRawQuery(),
                decoded(login[0]),
                password);
    }

    /** The same database for somebody else. */
    public StoreAddress as(String otherUser, String otherPassword) {
        return new StoreAddress(host, port, database, query, otherUser, otherPassword);
    }

    /** The driver's URL, without user and password. */
    public String jdbcUrl() {
        String parameters = query == null ? "" : "?" + query;
        return "jdbc:postgresql://%s:%d/%s%s".formatted(host, port, database, parameters);
    }

    /** A source of connections to it. */
    public PGSimpleDataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(jdbcUrl());
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("plumbline");
        return source;
    }

    @Override
    public String toString() {
        return "postgresql://%s@%s:%d/%s".formatted(user, host, port, database);
    }

    private static URI uriOf(String location) {
        try {
            return new URI(location);
        } catch (URISyntaxException e) {
            throw new StoreException(
                    "the store's URL cannot be read; write"
                        + " postgresql://user:password@host:5432/database, with %-escapes in the"
                        + " password");
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
