package io.brenier.platform.web;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import java.io.IOException;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** The answer to what Tomcat refuses before any of our code runs, such as a path that is no path. Tomcat's own would be HTML. */
public class ProblemErrorValve extends ErrorReportValve {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        ProblemCode code = Statuses.code(HttpStatusCode.valueOf(status));
        ProblemException problem = code == ProblemCode.INTERNAL
                ? MvcProblems.internal()
                : ProblemException.of(code, Statuses.title(status) + ": the request is no proper HTTP request.");
        String path = Objects.requireNonNullElse(request.getRequestURI(), "");
        byte[] body = JSON.writeValueAsBytes(Problem.of(problem, path, ProblemResponses.traceId()));
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            // The client is gone or the answer was begun: there is nothing left to say.
            getContainer().getLogger().debug("Error page not sent", gone);
        }
    }
}
