package dev.plumbline.standalone.store;

/** Something to be done when the process is asked to end, unless it is withdrawn before. */
@FunctionalInterface
public interface LastAct {
    /** It is not to be done any more. */
    void withdraw();

    /** Has something done in no order with what else ends then. */
    static LastAct of(Runnable act) {
        Thread hook = new Thread(act, "last-act");
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> EmbeddedPostgres.withdraw(hook);
    }
}
