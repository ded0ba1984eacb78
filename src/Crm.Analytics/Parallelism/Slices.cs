namespace Crm.Analytics.Parallelism;

/// <summary>Cuts work into contiguous slices and runs them on up to a given number of threads.</summary>
/// <remarks>Every caller writes disjoint parts of its output, so the result does not depend on the degree.</remarks>
internal static class Slices
{
    /// <summary>The degree to use: the request, or one thread per processor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The request is below one.</exception>
    public static int Degree(int? degreeOfParallelism)
    {
        if (degreeOfParallelism is { } degree) ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1, nameof(degreeOfParallelism));
        return degreeOfParallelism ?? Environment.ProcessorCount;
    }

    /// <summary>How many slices to cut <paramref name="length"/> items into, so that small work stays on one thread.</summary>
    public static int Count(int length, int degree, int minimumPerSlice) =>
        Math.Clamp(length / minimumPerSlice, 1, degree);

    /// <summary>The half-open range of one slice.</summary>
    public static (int Start, int End) Range(int slice, int slices, int length) =>
        ((int)((long)length * slice / slices), (int)((long)length * (slice + 1) / slices));

    /// <summary>Runs the body once per index.</summary>
    public static void Run(int count, int degree, Action<int> body)
    {
        if (count <= 1 || degree == 1)
        {
            for (var index = 0; index < count; index++) body(index);
            return;
        }

        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = degree }, body);
    }
}
