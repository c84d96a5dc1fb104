package io.brenier.samples.upload;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.ProblemException.FieldProblem;
import io.brenier.samples.upload.UploadCompletion.SentPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether the parts that arrived make a whole. */
final class PartCheck {

    private static final int MOST_NAMED = 100;

    private final List<FieldProblem> problems = new ArrayList<>();

    private PartCheck() {}

    /**
     * @param sent what the client says it sent; null: then the numbers must have no gap
     * @throws ProblemException upload_incomplete with the parts that are missing or others
     */
    static void require(List<UploadPart> arrived, @Nullable List<? extends @Nullable SentPart> sent) {
        PartCheck check = new PartCheck();
        if (sent == null) {
            check.requireNoGap(arrived);
        } else {
            check.requireAsSent(arrived, sent);
        }
        if (!check.problems.isEmpty()) {
            throw ProblemException.of(
                    ProblemCode.UPLOAD_INCOMPLETE,
                    "%d part(s) are missing or are not what they should be; send them again.%s"
                            .formatted(
                                    check.problems.size(),
                                    check.problems.size() > MOST_NAMED
                                            ? " The first %d are listed.".formatted(MOST_NAMED)
                                            : ""),
                    check.problems.stream().limit(MOST_NAMED).toList());
        }
    }

    private void requireNoGap(List<UploadPart> arrived) {
        int last = arrived.isEmpty() ? 1 : arrived.getLast().number();
        int next = 0;
        for (int number = 1; number <= last; number++) {
            if (next < arrived.size() && arrived.get(next).number() == number) {
                next++;
            } else {
                refuse(number, "Part %d has not arrived.".formatted(number));
            }
        }
    }

    private void requireAsSent(List<UploadPart> arrived, List<? extends @Nullable SentPart> sent) {
        Map<Integer, String> left = new HashMap<>();
        arrived.forEach(part -> left.put(part.number(), part.sha256()));
        for (int i = 0; i < sent.size(); i++) {
            SentPart part = sent.get(i);
            if (part == null || part.sha256() == null) {
                throw ProblemException.at(
                        "/parts/" + i,
                        ProblemCode.INVALID_REQUEST,
                        "A part that was sent is an object with its number and its sha256.");
            }
            if (part.number() != i + 1) {
                throw ProblemException.at(
                        "/parts/" + i,
                        ProblemCode.INVALID_REQUEST,
                        "Part %d stands at place %d of the list; they are numbered from 1 without a gap."
                                .formatted(part.number(), i + 1));
            }
            String sha256 = left.remove(part.number());
            if (sha256 == null) {
                refuse(part.number(), "Part %d has not arrived.".formatted(part.number()));
            } else if (!sha256.equals(part.sha256())) {
                refuse(
                        part.number(),
                        "Part %d arrived with the SHA-256 %s; it should have %s."
                                .formatted(part.number(), sha256, part.sha256()));
            }
        }
        left.keySet().stream()
                .sorted()
                .forEach(number -> refuse(number, "Part %d has arrived and is not in the list.".formatted(number)));
    }

    private void refuse(int number, String what) {
        problems.add(new FieldProblem("/parts/" + (number - 1), ProblemCode.UPLOAD_INCOMPLETE, what));
    }
}
