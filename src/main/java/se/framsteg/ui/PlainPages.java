package se.framsteg.ui;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages of words alone. */
@Controller
class PlainPages {
    /** The accessibility statement (lag 2018:1937 13 §), with a way to report faults. */
    @GetMapping({"/accessibility", "/svara/accessibility"})
    String accessibility() {
        return "ui/accessibility";
    }
}
