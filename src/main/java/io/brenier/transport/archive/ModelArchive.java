package io.brenier.transport.archive;

import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.tensor.safetensors.FloatTensor;
import io.brenier.transport.tensor.safetensors.MalformedSafetensorsException;
import io.brenier.transport.tensor.safetensors.Safetensors;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The portable model file: a zip of {@code manifest.json}, which says what the model is and where it comes from, and
 * {@code weights.safetensors}. The same model gives the same bytes, and so the same hash; a file of every format version that was ever
 * released is kept and read by a test.
 */
public final class ModelArchive {

    private static final String UNVERSIONED = "unversioned";

    private ModelArchive() {}

    /**
     * Writes the file; the stream stays open.
     *
     * @throws IllegalArgumentException if the potentials are of a kind that the format does not know, or a metric is not finite
     */
    public static void write(OutputStream out, ArchivedModel model) throws IOException {
        for (Map.Entry<String, Double> metric : model.metrics().entrySet()) {
            if (!Double.isFinite(metric.getValue())) {
                throw new IllegalArgumentException("the metric %s is %s; only finite ones are archived"
                        .formatted(metric.getKey(), metric.getValue()));
            }
        }
        ModelTensors tensors = ModelTensors.of(model.potentials());
        byte[] weights = new Safetensors(new LinkedHashMap<>(), tensors.tensors()).encode();
        Manifest manifest = new Manifest(
                Manifest.FORMAT_VERSION,
                brenierVersion(),
                model.potentials().dimension(),
                model.solver(),
                tensors.architecture(),
                model.provenance(),
                model.metrics(),
                model.notes(),
                new Manifest.Weights(ZipPair.WEIGHTS, sha256(weights), shapes(tensors.tensors())));
        new ZipPair(ManifestJson.write(manifest), weights).write(out);
    }

    /**
     * Reads a file of any version that was ever released.
     *
     * @throws ArchiveException if it is damaged, cut short, larger than the limits, contradicts itself or has an unknown version
     * @throws IOException if the stream cannot be read
     */
    public static ArchivedModel read(InputStream in, ArchiveLimits limits) throws IOException {
        byte[] archive = in.readNBytes(limits.archiveBytes());
        if (in.read() >= 0) {
            throw new ArchiveException(
                    "The archive is larger than the %d bytes that are allowed.".formatted(limits.archiveBytes()));
        }
        ZipPair pair = ZipPair.read(archive, limits);
        Manifest manifest = ManifestJson.read(pair.manifest());
        requireIntact(manifest.weights(), pair.weights());
        DualPotentials potentials = ModelTensors.toPotentials(
                manifest.architecture(), manifest.dimension(), tensors(manifest.weights(), pair.weights()));
        return new ArchivedModel(
                potentials, manifest.solver(), manifest.provenance(), manifest.metrics(), manifest.notes());
    }

    private static void requireIntact(Manifest.Weights described, byte[] weights) throws ArchiveException {
        if (!described.file().equals(ZipPair.WEIGHTS)) {
            throw new ArchiveException("The manifest names the weights '%s'; they are in %s."
                    .formatted(described.file(), ZipPair.WEIGHTS));
        }
        if (!described.sha256().equals(sha256(weights))) {
            throw new ArchiveException(
                    "The weights are not the ones that the manifest describes: their SHA-256 is %s, not %s."
                            .formatted(sha256(weights), described.sha256()));
        }
    }

    private static SequencedMap<String, FloatTensor> tensors(Manifest.Weights described, byte[] weights)
            throws ArchiveException {
        try {
            SequencedMap<String, FloatTensor> tensors =
                    Safetensors.decode(weights).tensors();
            if (!shapes(tensors).equals(described.tensors())) {
                throw new ArchiveException("The weights have other tensors than the manifest lists.");
            }
            return tensors;
        } catch (MalformedSafetensorsException e) {
            throw new ArchiveException("The weights cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<Manifest.Tensor> shapes(SequencedMap<String, FloatTensor> tensors) {
        return tensors.entrySet().stream()
                .map(tensor -> new Manifest.Tensor(
                        tensor.getKey(),
                        Arrays.stream(tensor.getValue().shape()).boxed().toList()))
                .toList();
    }

    private static String brenierVersion() {
        String version = ModelArchive.class.getPackage().getImplementationVersion();
        return version == null ? UNVERSIONED : version;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
