package io.brenier.transport.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brenier.transport.dual.Direction;
import io.brenier.transport.measure.GaussianSamples;
import io.brenier.transport.tensor.Points;
import io.brenier.transport.tensor.safetensors.FloatTensor;
import io.brenier.transport.tensor.safetensors.Safetensors;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no intact archive is refused, and never read as another model. */
class DamagedArchiveTest {

    private byte[] intact;
    private String manifest;
    private byte[] weights;

    @BeforeEach
    void takeAnArchiveApart() throws IOException {
        intact = ExampleModels.bytes(ExampleModels.withNetworks());
        ZipPair pair = ZipPair.read(intact, ArchiveLimits.DEFAULT);
        manifest = new String(pair.manifest(), StandardCharsets.UTF_8);
        weights = pair.weights();
    }

    @Test
    void readsWhatTheseTestsPutTogetherFromIntactParts() throws IOException {
        assertThat(ExampleModels.read(zip(manifest, weights)).solver()).isEqualTo("w2-dual");
    }

    @Test
    void refusesEveryTruncation() {
        for (int length = 0; length < intact.length; length += 7) {
            byte[] cut = Arrays.copyOf(intact, length);
            assertThatThrownBy(() -> ExampleModels.read(cut)).isInstanceOf(ArchiveException.class);
        }
    }

    @Test
    void neverReadsAFlippedBitAsAnotherModel() throws IOException {
        Points points = GaussianSamples.isotropic(5, 1, 1, 0, 0, 0);
        Points images = ExampleModels.read(intact).potentials().transport(points, Direction.FORWARD);
        int refused = 0;
        for (int position = 0; position < intact.length; position++) {
            byte[] damaged = intact.clone();
            damaged[position] ^= (byte) (1 << (position % 8));
            try {
                ArchivedModel read = ExampleModels.read(damaged);
                assertThat(read.potentials().transport(points, Direction.FORWARD))
                        .isEqualTo(images);
                assertThat(ExampleModels.bytes(read)).isEqualTo(intact);
            } catch (ArchiveException expected) {
                refused++;
            }
        }
        // what may pass is the zip's own bookkeeping: times, flags, the directory at its end
        assertThat(refused).isGreaterThan(intact.length - 250);
    }

    @Test
    void refusesWeightsThatTheManifestDoesNotDescribe() {
        byte[] other = weights.clone();
        other[other.length - 1] ^= 1;

        assertRefused(zip(manifest, other), "SHA-256");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"format_version\" : 1 | \"format_version\" : 2 | format version 2",
                "\"format_version\" : 1 | \"other\" : 1 | format version unknown",
                "\"dimension\" : 3,\\n  \"solver | \"dimension\" : 4,\\n  \"solver | shape",
                "\"outputs\" : 5 | \"outputs\" : 6 | shape",
                "\"outputs\" : 5 | \"outputs\" : -5 | shape",
                "\"activation\" : \"elu\" | \"activation\" : \"sine\" | describes no map",
                "\"type\" : \"standardized-quadratic-mlp\" | \"type\" : \"oracle\" | architecture 'oracle'",
                "\"sha256\" : \"ab\" | \"sha256\" : \"ab\", \"sha256\" : \"cd\" | Duplicate",
                "\"solver\" : \"w2-dual\" | \"solver\" : null | solver is missing",
                "\"file\" : \"weights.safetensors\" | \"file\" : \"../x\" | names the weights",
                "\"shape\" : [ 3, 6 ] | \"shape\" : [ 6, 3 ] | other tensors"
            })
    void refusesAManifestThatContradictsItself(String original, String changed, String reason) {
        String from = original.strip().translateEscapes();
        assertThat(manifest).contains(from);

        assertRefused(zip(manifest.replace(from, changed.strip().translateEscapes()), weights), reason);
    }

    @Test
    void refusesAManifestThatIsNoJson() {
        assertRefused(zip(manifest.substring(1), weights), "manifest cannot be read");
        assertRefused(zip("", weights), "format version");
        assertRefused(zip("[".repeat(100_000), weights), "manifest cannot be read");
    }

    @Test
    void refusesWeightsOfAnotherLayout() {
        assertRefused(withTensors(tensors -> tensors.remove("source.scale")), "other tensors");
        assertRefused(zip(withHash(new byte[20]), new byte[20]), "weights cannot be read");
    }

    @Test
    void refusesATensorThatNothingUses() {
        byte[] more = changed(tensors -> tensors.put("spare", FloatTensor.vector(1)));
        String end = " ]\n    } ]\n  }\n}";
        assertThat(manifest).endsWith(end);
        String described = withHash(more).replace(end, " ]\n    }, { \"name\" : \"spare\", \"shape\" : [ 1 ] } ] } }");

        assertRefused(zip(withHash(more), more), "other tensors");
        assertRefused(zip(described, more), "without use");
    }

    @Test
    void refusesWeightsThatAreNotFinite() {
        assertRefused(
                withTensors(tensors -> tensors.put("potential.shift", FloatTensor.vector(0, Float.NaN, 0))),
                "not finite");
    }

    @Test
    void refusesAScaleThatIsNotPositive() {
        assertRefused(withTensors(tensors -> tensors.put("source.scale", FloatTensor.vector(-1))), "describes no map");
    }

    @Test
    void refusesAFileThatUnpacksBeyondTheLimit() throws IOException {
        byte[] bomb = zip(manifest, new byte[10_000_000]);
        assertThat(bomb).hasSizeLessThan(100_000);

        ArchiveLimits limits = new ArchiveLimits(100_000, 50_000, 1_000_000);
        assertThatThrownBy(() -> ModelArchive.read(new ByteArrayInputStream(bomb), limits))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("1000000 bytes");
    }

    @Test
    void refusesAFileLargerThanTheLimit() {
        ArchiveLimits limits = new ArchiveLimits(intact.length - 1, 50_000, 50_000);

        assertThatThrownBy(() -> ModelArchive.read(new ByteArrayInputStream(intact), limits))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("larger than");
    }

    @Test
    void refusesFurtherEntriesAndOtherNames() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("../manifest.json"));
            zip.putNextEntry(new ZipEntry(ZipPair.WEIGHTS));
        }

        assertRefused(bytes.toByteArray(), "another name");
    }

    @Test
    void refusesLimitsThatAreNotPositive() {
        assertThatThrownBy(() -> new ArchiveLimits(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private void assertRefused(byte[] archive, String reason) {
        assertThatThrownBy(() -> ExampleModels.read(archive))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining(reason);
    }

    /** The archive with changed tensors, the manifest's hash following them. */
    private byte[] withTensors(Consumer<Map<String, FloatTensor>> change) {
        byte[] other = changed(change);
        return zip(withHash(other), other);
    }

    private byte[] changed(Consumer<Map<String, FloatTensor>> change) {
        Safetensors content = Safetensors.decode(weights);
        change.accept(content.tensors());
        return content.encode();
    }

    private String withHash(byte[] other) {
        return manifest.replace(sha256(weights), sha256(other));
    }

    private static byte[] zip(String manifest, byte[] weights) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(ZipPair.MANIFEST));
            zip.write(manifest.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(ZipPair.WEIGHTS));
            zip.write(weights);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
