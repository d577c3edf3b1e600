package dev.plumbline.standalone.store;

import java.nio.file.Path;

/**
 * A process of its own that holds a store: prints the server's process id and stays until killed.
 */
final class StoreHolder {

    private StoreHolder() {}

    /** Holds the store in the directory given as the only argument. */
    public static void main(String[] arguments) throws Exception {
        try (Store store = Store.open(arguments[0], Access.WRITE)) {
            new Rows(store.dataSource(), "acme", 1).item("of process", "payments");
            Path data = Path.of(arguments[0], "data");
            System.out.println("open " + PostgresServer.processOf(data).pid());
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        } catch (StoreException e) {
            System.out.println(e.getMessage());
        }
        System.exit(0);
    }
}
