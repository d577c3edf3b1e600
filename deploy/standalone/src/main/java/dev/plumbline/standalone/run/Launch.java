package dev.plumbline.standalone.run;

import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Who started this program, and so what it may do with the process. */
public final class Launch {
    private Launch() {}

    /**
     * Whether Flink did ({@code flink run}, an application cluster), which loads a job's classes by
     * a loader of its own: then the process and its logging are Flink's, nothing can be embedded in
     * it, and the job runs elsewhere.
     */
    public static boolean byFlink() {
        return Launch.class.getClassLoader() != ClassLoader.getSystemClassLoader();
    }

    /** Beyond it a single process spends more on channels and connections than it gains. */
    private static final int MOST_IN_ONE_PROCESS = 8;

    /** What {@code flink run -p} or the cluster says; else the number of processors, at most 8. */
    public static int defaultParallelism() {
        return byFlink()
                ? StreamExecutionEnvironment.getExecutionEnvironment().getParallelism()
                : Math.min(Runtime.getRuntime().availableProcessors(), MOST_IN_ONE_PROCESS);
    }

    /** Whether Flink was told to submit and not to wait: {@code flink run -d}. */
    public static boolean detached() {
        return byFlink()
                && !StreamExecutionEnvironment.getExecutionEnvironment()
                        .getConfiguration()
                        .get(DeploymentOptions.ATTACHED);
    }
}
