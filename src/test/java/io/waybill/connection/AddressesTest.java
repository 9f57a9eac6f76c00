package io.waybill.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    https://203.0.113.7/erp,    false, ''
                    http://127.0.0.1:8080,      false, is inside a private network
                    http://127.0.0.1:8080,      true,  ''
                    http://10.1.2.3,            false, is inside a private network
                    http://[fd00::1]/erp,       false, is inside a private network
                    http://169.254.169.254,     true,  link-local
                    file:///etc,                true,  begins with https
                    erp.example.com,            true,  begins with https
                    """)
    void onlyAddressesThatMayBeConnectedAre(String url, boolean inside, String problem) {
        assertThat(Addresses.problem(url, inside).orElse("")).contains(problem);
        assertThat(Addresses.problem(url, inside).isPresent()).isEqualTo(!problem.isEmpty());
    }
}
