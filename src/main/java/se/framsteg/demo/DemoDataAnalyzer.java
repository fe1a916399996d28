package se.framsteg.demo;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator in a sentence why the program did not start. */
class DemoDataAnalyzer extends AbstractFailureAnalyzer<DemoDataException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DemoDataException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Choose another data folder with FRAMSTEG_DATA_DIR or another database, or start the demo with"
                        + " FRAMSTEG_DEMO_ENABLED=true.",
                cause);
    }
}
