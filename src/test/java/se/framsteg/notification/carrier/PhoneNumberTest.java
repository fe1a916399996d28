package se.framsteg.notification.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    @ParameterizedTest
    @CsvSource({
        "070-174 06 05, +46701740605",
        "+46 (0)70 174 06 05, +46701740605",
        "0046701740605, +46701740605",
        "031-390 06 00, +46313900600",
        "+358 40 1234567, +358401234567"
    })
    void whatPeopleWriteBecomesAnInternationalNumber(String typed, String expected) {
        assertThat(PhoneNumber.international(typed)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ring mamma", "112", "70 174", "070-174 06 05 (jobb)", "+46", "070174060512345"})
    void whatIsNoNumberIsNone(String typed) {
        assertThat(PhoneNumber.international(typed)).isEmpty();
    }
}
