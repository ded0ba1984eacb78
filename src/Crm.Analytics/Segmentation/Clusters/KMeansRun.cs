namespace Crm.Analytics.Segmentation;

/// <summary>One start of k-means, on one thread.</summary>
internal sealed class KMeansRun(FeatureMatrix matrix, KMeansOptions options)
{
    private readonly double[] _centres = new double[options.Clusters * matrix.Columns];
    private readonly int[] _sizes = new int[options.Clusters];

    public int[] Clusters { get; } = new int[matrix.Rows];

    public double WithinSquares { get; private set; }

    public int Iterations { get; private set; }

    public bool Converged { get; private set; }

    public ReadOnlySpan<double> Centre(int cluster) => _centres.AsSpan(cluster * matrix.Columns, matrix.Columns);

    /// <returns>False when there are fewer different rows than clusters.</returns>
    public bool Go(Random random)
    {
        if (!Start(random)) return false;
        Array.Fill(Clusters, -1);
        while (!Converged && Iterations < options.MaximumIterations)
        {
            Iterations++;
            Converged = !Assign();
            Move();
        }

        WithinSquares = 0;
        for (var row = 0; row < matrix.Rows; row++) WithinSquares += FeatureMatrix.Distance(matrix[row], Centre(Clusters[row]));
        return true;
    }

    /// <summary>Each centre is a row drawn with a chance that grows with the square of its distance to the centres before it.</summary>
    private bool Start(Random random)
    {
        if (matrix.Rows == 0) return false;
        var nearest = new double[matrix.Rows];
        Array.Fill(nearest, double.PositiveInfinity);
        var chosen = random.Next(matrix.Rows);
        for (var cluster = 0; ; cluster++)
        {
            matrix[chosen].CopyTo(_centres.AsSpan(cluster * matrix.Columns));
            if (cluster == options.Clusters - 1) return true;
            var sum = 0.0;
            for (var row = 0; row < nearest.Length; row++) sum += nearest[row] = Math.Min(nearest[row], FeatureMatrix.Distance(matrix[row], Centre(cluster)));
            if (!(sum > 0)) return false;
            chosen = Draw(nearest, random.NextDouble() * sum);
        }
    }

    private static int Draw(double[] weights, double goal)
    {
        var last = -1;
        for (var row = 0; row < weights.Length; row++)
        {
            if (weights[row] == 0) continue;
            last = row;
            goal -= weights[row];
            if (goal < 0) break;
        }

        return last;
    }

    private bool Assign()
    {
        var changed = false;
        for (var row = 0; row < matrix.Rows; row++)
        {
            var (best, least) = (0, double.PositiveInfinity);
            for (var cluster = 0; cluster < options.Clusters; cluster++)
            {
                var distance = FeatureMatrix.Distance(matrix[row], Centre(cluster));
                if (distance < least) (best, least) = (cluster, distance);
            }

            changed |= Clusters[row] != best;
            Clusters[row] = best;
        }

        return FillEmpty() | changed;
    }

    /// <summary>A cluster that lost all its rows takes the row that is farthest from its centre, out of a cluster with more than one.</summary>
    private bool FillEmpty()
    {
        Array.Clear(_sizes);
        foreach (var cluster in Clusters) _sizes[cluster]++;
        var filled = false;
        for (var cluster = 0; cluster < _sizes.Length; cluster++)
        {
            if (_sizes[cluster] > 0) continue;
            var farthest = Enumerable.Range(0, matrix.Rows).Where(row => _sizes[Clusters[row]] > 1).MaxBy(row => FeatureMatrix.Distance(matrix[row], Centre(Clusters[row])));
            _sizes[Clusters[farthest]]--;
            (Clusters[farthest], _sizes[cluster], filled) = (cluster, 1, true);
        }

        return filled;
    }

    private void Move()
    {
        Array.Clear(_centres);
        for (var row = 0; row < matrix.Rows; row++)
        {
            var source = matrix[row];
            var target = _centres.AsSpan(Clusters[row] * matrix.Columns, matrix.Columns);
            for (var i = 0; i < target.Length; i++) target[i] += source[i];
        }

        for (var i = 0; i < _centres.Length; i++) _centres[i] /= _sizes[i / matrix.Columns];
    }
}
