import module java.base;

import java.awt.image.BufferedImage;
import javax.imageio.ImageIO;

/**
 * Digits in their principal components, for the density demo, and the densities that a learned flow is compared with.
 *
 * <pre>
 * java Digits.java split DIGITS.csv.gz FOLDER      writes train.csv, test.csv, gaussian.csv and components.csv
 * java Digits.java compare FOLDER FLOW.csv         held-out log-likelihoods: flow, Gaussian, mixture
 * java Digits.java draw FOLDER SAMPLES.csv PNG     samples as pictures
 * </pre>
 */
final class Digits {

    private static final int PIXELS = 64;
    private static final int COMPONENTS = 16;
    private static final int HELD_OUT = 360;
    private static final int DRAWS = 6_000;
    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    void main(String[] arguments) throws IOException {
        switch (arguments) {
            case String[] a when a.length == 3 && a[0].equals("split") -> split(Path.of(a[1]), Path.of(a[2]));
            case String[] a when a.length == 3 && a[0].equals("compare") -> compare(Path.of(a[1]), Path.of(a[2]));
            case String[] a when a.length == 4 && a[0].equals("draw") ->
                draw(Path.of(a[1]), Path.of(a[2]), Path.of(a[3]));
            default ->
                throw new IllegalArgumentException(
                        "usage: split DIGITS.csv.gz FOLDER | compare FOLDER FLOW.csv | draw FOLDER SAMPLES.csv PNG");
        }
    }

    private static void split(Path digits, Path folder) throws IOException {
        double[][] images;
        try (var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(digits)))).lines()) {
            images = lines.map(line -> Arrays.copyOf(numbers(line), PIXELS)).toArray(double[][]::new);
        }
        Collections.shuffle(Arrays.asList(images), new Random(1));
        double[][] train = Arrays.copyOf(images, images.length - HELD_OUT);
        double[][] test = Arrays.copyOfRange(images, images.length - HELD_OUT, images.length);
        double[] mean = mean(train);
        double[][] axes = axes(covariance(train, mean));
        double[][] rows = new double[COMPONENTS + 1][];
        rows[0] = mean;
        System.arraycopy(axes, 0, rows, 1, COMPONENTS);
        write(folder.resolve("components.csv"), rows);
        write(folder.resolve("train.csv"), project(train, mean, axes));
        write(folder.resolve("test.csv"), project(test, mean, axes));
        Random random = new Random(2);
        double[][] gaussian = new double[DRAWS][COMPONENTS];
        for (double[] row : gaussian) {
            Arrays.setAll(row, k -> random.nextGaussian());
        }
        write(folder.resolve("gaussian.csv"), gaussian);
    }

    private static void compare(Path folder, Path flow) throws IOException {
        double[][] train = read(folder.resolve("train.csv"));
        double[][] test = read(folder.resolve("test.csv"));
        double[] flowLogs = Arrays.stream(read(flow)).mapToDouble(row -> row[0]).toArray();
        report("Gaussian fit", Mixture.fit(train, 1).logs(test));
        for (int components : new int[] {5, 10}) {
            report("mixture of " + components + " Gaussians", Mixture.fit(train, components).logs(test));
        }
        report("Gaussian, moved by the map", flowLogs);
    }

    private static void report(String name, double[] logs) {
        double[] known = Arrays.stream(logs).filter(Double::isFinite).toArray();
        double mean = Arrays.stream(known).average().orElse(Double.NaN);
        double variance = Arrays.stream(known).map(log -> (log - mean) * (log - mean)).average().orElse(0);
        IO.println("   %-28s %8.2f ± %.2f nats a digit%s".formatted(
                name,
                mean,
                Math.sqrt(variance / known.length),
                known.length == logs.length ? "" : " (%d without a density)".formatted(logs.length - known.length)));
    }

    private static void draw(Path folder, Path samples, Path png) throws IOException {
        double[][] components = read(folder.resolve("components.csv"));
        double[][] points = read(samples);
        int across = 15;
        int scale = 4;
        int cell = 9 * scale;
        int down = (points.length + across - 1) / across;
        BufferedImage picture = new BufferedImage(across * cell, down * cell, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < points.length; i++) {
            double[] image = components[0].clone();
            for (int k = 0; k < COMPONENTS; k++) {
                for (int p = 0; p < PIXELS; p++) {
                    image[p] += points[i][k] * components[k + 1][p];
                }
            }
            for (int y = 0; y < 8 * scale; y++) {
                for (int x = 0; x < 8 * scale; x++) {
                    int grey = Math.clamp(Math.round(image[y / scale * 8 + x / scale] * 255 / 16), 0, 255);
                    picture.getRaster().setSample(i % across * cell + x, i / across * cell + y, 0, grey);
                }
            }
        }
        ImageIO.write(picture, "png", png.toFile());
    }

    /** Gaussians of full covariance by expectation and maximisation, started at random points. */
    private record Mixture(double[] weights, double[][] means, double[][][] factors) {

        private static final double RIDGE = 1e-2;
        private static final int ROUNDS = 100;

        static Mixture fit(double[][] points, int components) {
            double[] mean = mean(points);
            double[][] whole = covariance(points, mean);
            List<double[]> shuffled = new ArrayList<>(Arrays.asList(points));
            Collections.shuffle(shuffled, new Random(3));
            double[] weights = new double[components];
            double[][] means = new double[components][];
            double[][][] factors = new double[components][][];
            for (int k = 0; k < components; k++) {
                weights[k] = 1.0 / components;
                means[k] = components == 1 ? mean : shuffled.get(k);
                factors[k] = cholesky(whole, components == 1 ? 0 : RIDGE * whole[0][0]);
            }
            Mixture mixture = new Mixture(weights, means, factors);
            for (int round = 0; components > 1 && round < ROUNDS; round++) {
                mixture = mixture.next(points, RIDGE * whole[0][0]);
            }
            return mixture;
        }

        private Mixture next(double[][] points, double ridge) {
            int d = points[0].length;
            double[][] shares = new double[points.length][];
            for (int i = 0; i < points.length; i++) {
                double[] terms = terms(points[i]);
                double log = logSum(terms);
                shares[i] = Arrays.stream(terms).map(term -> Math.exp(term - log)).toArray();
            }
            double[] newWeights = new double[weights.length];
            double[][] newMeans = new double[weights.length][d];
            double[][][] newFactors = new double[weights.length][][];
            for (int k = 0; k < weights.length; k++) {
                double total = 1e-9;
                for (int i = 0; i < points.length; i++) {
                    total += shares[i][k];
                    for (int j = 0; j < d; j++) {
                        newMeans[k][j] += shares[i][k] * points[i][j];
                    }
                }
                for (int j = 0; j < d; j++) {
                    newMeans[k][j] /= total;
                }
                double[][] covariance = new double[d][d];
                for (int i = 0; i < points.length; i++) {
                    for (int a = 0; a < d; a++) {
                        double centred = shares[i][k] * (points[i][a] - newMeans[k][a]) / total;
                        for (int b = 0; b <= a; b++) {
                            covariance[a][b] += centred * (points[i][b] - newMeans[k][b]);
                        }
                    }
                }
                newWeights[k] = total / points.length;
                newFactors[k] = cholesky(covariance, ridge);
            }
            return new Mixture(newWeights, newMeans, newFactors);
        }

        double[] logs(double[][] points) {
            return Arrays.stream(points).mapToDouble(point -> logSum(terms(point))).toArray();
        }

        private double[] terms(double[] point) {
            double[] terms = new double[weights.length];
            double[] white = new double[point.length];
            for (int k = 0; k < terms.length; k++) {
                terms[k] = Math.log(weights[k]) - point.length * LOG_TWO_PI / 2;
                for (int i = 0; i < point.length; i++) {
                    double left = point[i] - means[k][i];
                    for (int j = 0; j < i; j++) {
                        left -= factors[k][i][j] * white[j];
                    }
                    white[i] = left / factors[k][i][i];
                    terms[k] -= white[i] * white[i] / 2 + Math.log(factors[k][i][i]);
                }
            }
            return terms;
        }

        private static double logSum(double[] terms) {
            double largest = Arrays.stream(terms).max().orElseThrow();
            return largest + Math.log(Arrays.stream(terms).map(term -> Math.exp(term - largest)).sum());
        }

        private static double[][] cholesky(double[][] matrix, double ridge) {
            double[][] factor = new double[matrix.length][matrix.length];
            for (int i = 0; i < matrix.length; i++) {
                for (int j = 0; j <= i; j++) {
                    double left = matrix[i][j] + (i == j ? ridge : 0);
                    for (int k = 0; k < j; k++) {
                        left -= factor[i][k] * factor[j][k];
                    }
                    factor[i][j] = i == j ? Math.sqrt(left) : left / factor[j][j];
                }
            }
            return factor;
        }
    }

    private static double[] mean(double[][] points) {
        double[] mean = new double[points[0].length];
        for (double[] point : points) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += point[k] / points.length;
            }
        }
        return mean;
    }

    private static double[][] covariance(double[][] points, double[] mean) {
        double[][] covariance = new double[mean.length][mean.length];
        for (double[] point : points) {
            for (int i = 0; i < mean.length; i++) {
                for (int j = 0; j < mean.length; j++) {
                    covariance[i][j] += (point[i] - mean[i]) * (point[j] - mean[j]) / (points.length - 1);
                }
            }
        }
        return covariance;
    }

    /** Eigenvectors of the largest eigenvalues, by orthogonal iteration. */
    private static double[][] axes(double[][] covariance) {
        int d = covariance.length;
        Random random = new Random(4);
        double[][] axes = new double[COMPONENTS][d];
        for (double[] axis : axes) {
            Arrays.setAll(axis, k -> random.nextGaussian());
        }
        for (int round = 0; round < 500; round++) {
            for (int k = 0; k < COMPONENTS; k++) {
                double[] image = new double[d];
                for (int i = 0; i < d; i++) {
                    image[i] = dot(covariance[i], axes[k]);
                }
                for (int other = 0; other < k; other++) {
                    double part = dot(image, axes[other]);
                    for (int i = 0; i < d; i++) {
                        image[i] -= part * axes[other][i];
                    }
                }
                double length = Math.sqrt(dot(image, image));
                axes[k] = Arrays.stream(image).map(value -> value / length).toArray();
            }
        }
        return axes;
    }

    private static double[][] project(double[][] images, double[] mean, double[][] axes) {
        double[][] points = new double[images.length][COMPONENTS];
        for (int i = 0; i < images.length; i++) {
            for (int k = 0; k < COMPONENTS; k++) {
                points[i][k] = dot(images[i], axes[k]) - dot(mean, axes[k]);
            }
        }
        return points;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    private static double[][] read(Path csv) throws IOException {
        try (var lines = Files.lines(csv)) {
            return lines.filter(line -> !line.isBlank()).map(Digits::numbers).toArray(double[][]::new);
        }
    }

    private static void write(Path csv, double[][] rows) throws IOException {
        Files.write(
                csv,
                Arrays.stream(rows)
                        .map(row -> Arrays.stream(row).mapToObj(Double::toString).collect(Collectors.joining(",")))
                        .toList());
    }
}
