package dev.plumbline.standalone.store;

/** Waiting between two looks at another process. */
final class Pause {

    private Pause() {}

    /**
     * @throws StoreException when this thread is asked to end
     */
    static void ofMillis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while waiting for PostgreSQL", e);
        }
    }
}
