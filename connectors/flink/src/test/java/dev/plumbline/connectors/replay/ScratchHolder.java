package dev.plumbline.connectors.replay;

import java.io.IOException;
import java.nio.file.Files;

/** A process of its own that keeps something in a scratch folder until it is killed. */
final class ScratchHolder {
    private ScratchHolder() {}

    /** Prints the folder and waits. */
    public static void main(String[] arguments) throws IOException {
        try (Scratch scratch = Scratch.make()) {
            Files.writeString(scratch.file("sorted.frames"), "alice");
            System.out.println(scratch.folder());
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }
}
