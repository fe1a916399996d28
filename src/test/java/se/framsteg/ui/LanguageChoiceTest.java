package se.framsteg.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LanguageChoiceTest {
    private final LanguageChoice choice = new LanguageChoice();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theCookieGoesOverHttpsAloneWhereThePageCameThatWay(boolean https) {
        var request = new MockHttpServletRequest("GET", "/svara");
        request.setSecure(https);
        request.setParameter("lang", "en");
        var response = new MockHttpServletResponse();
        choice.preHandle(request, response, this);
        choice.forgetParticipants(request, response);
        assertThat(response.getHeaders("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie.contains("; Secure")).isEqualTo(https));
    }
}
