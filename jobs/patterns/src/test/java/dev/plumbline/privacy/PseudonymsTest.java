package dev.plumbline.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PseudonymsTest {

    @Test
    void givesTheFirstTwentyDigitsOfTheKnownAnswersOfRfc4231() {
        byte[] key = new byte[20];
        Arrays.fill(key, (byte) 0x0b);

        // RFC 4231, test cases 1 and 2
        assertThat(new Pseudonyms(key).of("Hi There")).isEqualTo("p_b0344c61d8db38535ca8");
        assertThat(new Pseudonyms("Jefe".getBytes(UTF_8)).of("what do ya want for nothing?"))
                .isEqualTo("p_5bdcc146bf60754e6a04");
    }

    @Test
    void givesTheSameNameAgainAndAnotherOneUnderAnotherKey() {
        Pseudonyms acme = new Pseudonyms("acme".getBytes(UTF_8));

        assertThat(acme.of("github:alice")).isEqualTo(acme.of("github:alice"));
        assertThat(acme.of("github:alice")).isNotEqualTo(acme.of("github:bob"));
        assertThat(acme.of("github:alice"))
                .isNotEqualTo(new Pseudonyms("other".getBytes(UTF_8)).of("github:alice"));
    }

    @Test
    void leavesNobodyNobody() {
        assertThat(new Pseudonyms("acme".getBytes(UTF_8)).of(null)).isNull();
    }

    @Test
    void keepsItsNamesWhenItTravelsToAnotherMachine() throws Exception {
        Pseudonyms acme = new Pseudonyms("acme".getBytes(UTF_8));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(acme);
        }

        try (ObjectInputStream in =
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            Pseudonyms arrived = (Pseudonyms) in.readObject();
            assertThat(arrived.of("github:alice")).isEqualTo(acme.of("github:alice"));
        }
    }

    @Test
    void doesNotChangeWhenTheCallerWipesItsKey() {
        byte[] key = "acme".getBytes(UTF_8);
        Pseudonyms acme = new Pseudonyms(key);
        Arrays.fill(key, (byte) 0);

        assertThat(acme.of("github:alice"))
                .isEqualTo(new Pseudonyms("acme".getBytes(UTF_8)).of("github:alice"));
    }

    @Test
    void neverShowsItsKey() {
        assertThat(new Pseudonyms("secret".getBytes(UTF_8))).hasToString("Pseudonyms[key hidden]");
    }

    @Test
    void refusesAnEmptyKey() {
        assertThatThrownBy(() -> new Pseudonyms(new byte[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the pseudonym key is empty");
    }
}
