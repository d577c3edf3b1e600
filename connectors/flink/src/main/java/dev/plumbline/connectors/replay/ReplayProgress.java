package dev.plumbline.connectors.replay;

/** Told now and then how far the reading has come. */
@FunctionalInterface
public interface ReplayProgress {
    /** Nobody looks. */
    ReplayProgress SILENT = (bytesRead, bytesTotal) -> {};

    /**
     * So much has been read.
     *
     * @param bytesRead bytes taken from the files so far, compressed where they are compressed
     * @param bytesTotal size of all files
     */
    void read(long bytesRead, long bytesTotal);
}
