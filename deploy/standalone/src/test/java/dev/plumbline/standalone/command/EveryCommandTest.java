package dev.plumbline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class EveryCommandTest {

    static Stream<String> commands() {
        return new CommandLine(new RootCommand()).getSubcommands().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void explainsItselfAndItsExitCodes(String command) {
        StringWriter out = new StringWriter();
        PrintWriter nowhere = new PrintWriter(new StringWriter());

        int code =
                CommandLines.run(Map.of(), new PrintWriter(out, true), nowhere, command, "--help");

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("Usage: plumbline " + command, "Exit codes:", "--config");
    }
}
