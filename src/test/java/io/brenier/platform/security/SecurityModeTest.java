package io.brenier.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.brenier.platform.role.Role;
import io.brenier.platform.security.SecurityProperties.Mode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityModeTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.7", "::1"})
    void isOffOnLoopbackUnlessSet(String address) throws UnknownHostException {
        assertThat(on(null, false, Role.ALL, address)).isFalse();
        assertThat(on(Mode.OFF, false, Role.API, address)).isFalse();
        assertThat(on(Mode.ON, false, Role.ALL, address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.168.1.7", "::", ""})
    void refusesToStartOpenToOthers(String address) {
        assertThatExceptionOfType(UnsecuredServerException.class)
                .isThrownBy(() -> on(null, false, Role.ALL, address))
                .withMessageContaining("brenier.security.mode is not set");
        assertThatExceptionOfType(UnsecuredServerException.class)
                .isThrownBy(() -> on(Mode.OFF, false, Role.API, address))
                .withMessageContaining("brenier.security.mode is off");
        // The second setting alone is no choice of a mode.
        assertThatExceptionOfType(UnsecuredServerException.class).isThrownBy(() -> on(null, true, Role.ALL, address));
    }

    @Test
    void isOffElsewhereOnlyWhereBothSettingsSaySo() throws UnknownHostException {
        assertThat(on(Mode.OFF, true, Role.ALL, "0.0.0.0")).isFalse();
        assertThat(on(Mode.ON, true, Role.ALL, "0.0.0.0")).isTrue();
    }

    @Test
    void aWorkerIsOnByItself() throws UnknownHostException {
        assertThat(on(null, false, Role.WORKER, "0.0.0.0")).isTrue();
    }

    @Test
    void saysWhatToSet() {
        assertThatExceptionOfType(UnsecuredServerException.class)
                .isThrownBy(() -> on(null, false, Role.ALL, "0.0.0.0"))
                .satisfies(refused -> assertThat(new UnsecuredServerAnalyzer().analyze(refused))
                        .extracting("action")
                        .asString()
                        .contains("brenier.security.mode=on", "create-api-key", "server.address=127.0.0.1"));
    }

    private static boolean on(@Nullable Mode mode, boolean fromAnywhere, Role role, String address)
            throws UnknownHostException {
        return SecurityMode.decide(
                new SecurityProperties(mode, fromAnywhere, 0, false),
                role,
                address.isEmpty() ? null : InetAddress.getByName(address));
    }
}
