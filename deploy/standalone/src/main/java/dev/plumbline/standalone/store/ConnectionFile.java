package dev.plumbline.standalone.store;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The file {@code connection.properties} of an embedded store, readable by its owner only: the
 * logins, made once, and the port while the server runs, for those who attach to it.
 */
final class ConnectionFile {

    static final String DATABASE = "plumbline";

    private static final String HOST = "127.0.0.1";
    private static final String OWNER = "plumbline";
    private static final String ANALYST = "plumbline_analyst";
    private static final int PASSWORD_BYTES = 24;

    private final StoreDirectory directory;
    private final Path file;

    ConnectionFile(StoreDirectory directory) {
        this.directory = directory;
        this.file = directory.file("connection.properties");
    }

    /** A database of the server on this port, for the store's owner. */
    StoreAddress owner(int port, String database) {
        return address(logins(), port, database, "owner");
    }

    /** The running server, for the store's owner; null while none runs. */
    StoreAddress owner() {
        return published("owner");
    }

    /** The running server, for who may only read; null while none runs. */
    StoreAddress analyst() {
        return published("analyst");
    }

    /** Notes where the server listens. */
    void publish(int port) {
        Properties properties = logins();
        properties.setProperty("port", Integer.toString(port));
        save(properties);
    }

    /** Notes that no server runs. */
    void withdraw() {
        Properties properties = logins();
        properties.remove("port");
        save(properties);
    }

    private StoreAddress published(String login) {
        Properties properties = logins();
        String port = properties.getProperty("port");
        return port == null ? null : address(properties, Integer.parseInt(port), DATABASE, login);
    }

    private static StoreAddress address(
            Properties properties, int port, String database, String login) {
        return new StoreAddress(
                HOST,
                port,
                database,
                null,
                properties.getProperty(login),
                properties.getProperty(login + ".password"));
    }

    private Properties logins() {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            read(properties);
            return properties;
        }
        properties.setProperty("host", HOST);
        properties.setProperty("database", DATABASE);
        properties.setProperty("owner", OWNER);
        properties.setProperty("owner.password", password());
        properties.setProperty("analyst", ANALYST);
        properties.setProperty("analyst.password", password());
        save(properties);
        return properties;
    }

    private void read(Properties properties) {
        try {
            properties.load(new StringReader(directory.read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void save(Properties properties) {
        StringWriter text = new StringWriter();
        try {
            properties.store(text, "Connection of a Plumbline store; keep it to yourself");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        directory.write(file, text.toString());
    }

    private static String password() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
