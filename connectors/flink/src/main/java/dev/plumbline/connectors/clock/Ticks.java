package dev.plumbline.connectors.clock;

import java.time.Instant;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The wall clock as a source: the present instant, every so often. It has no splits and remembers
 * nothing, unlike a generator of numbers, which would have to end where it began and goes on where
 * it was: this one can be switched off, or end at once, whatever checkpoint a job goes on from.
 *
 * @param everyMillis time between ticks; 0 for none
 * @param ends whether it ends at once
 */
record Ticks(long everyMillis, boolean ends) implements Source<Instant, NoSplit, Void> {

    @Override
    public Boundedness getBoundedness() {
        return ends ? Boundedness.BOUNDED : Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SourceReader<Instant, NoSplit> createReader(SourceReaderContext context) {
        return new TickReader(everyMillis, ends);
    }

    @Override
    public SplitEnumerator<NoSplit, Void> createEnumerator(
            SplitEnumeratorContext<NoSplit> context) {
        return new NoSplit.Enumerator();
    }

    @Override
    public SplitEnumerator<NoSplit, Void> restoreEnumerator(
            SplitEnumeratorContext<NoSplit> context, Void nothing) {
        return new NoSplit.Enumerator();
    }

    @Override
    public SimpleVersionedSerializer<NoSplit> getSplitSerializer() {
        return new NoSplit.Form<>();
    }

    @Override
    public SimpleVersionedSerializer<Void> getEnumeratorCheckpointSerializer() {
        return new NoSplit.Form<>();
    }
}
