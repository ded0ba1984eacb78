namespace Crm.Analytics.Grouping;

/// <summary>
/// Where each slice of the source writes its rows of each partition. Inside a partition the slices follow each other,
/// so scattering keeps source order at any number of slices.
/// </summary>
internal sealed class PartitionTargets
{
    private readonly int[][] _targets;
    private readonly int[] _starts;

    /// <summary>Turns the slices' counts per partition into targets.</summary>
    public PartitionTargets(int[][] counts, int partitions)
    {
        _targets = counts;
        _starts = new int[partitions + 1];
        var next = 0;
        for (var partition = 0; partition < partitions; partition++)
        {
            _starts[partition] = next;
            foreach (var slice in counts) (slice[partition], next) = (next, next + slice[partition]);
        }

        _starts[partitions] = next;
    }

    /// <summary>How many rows all partitions hold.</summary>
    public int Total => _starts[^1];

    /// <summary>The rows of one partition.</summary>
    public Range RowsOf(int partition) => _starts[partition].._starts[partition + 1];

    /// <summary>The first row of a partition that a slice writes.</summary>
    public int First(int slice, int partition) => _targets[slice][partition];

    /// <summary>The first row after those that a slice writes to a partition.</summary>
    public int End(int slice, int partition) =>
        slice + 1 < _targets.Length ? _targets[slice + 1][partition] : _starts[partition + 1];

    /// <summary>A slice's next target in each partition, to count up while scattering.</summary>
    public int[] Cursors(int slice) => (int[])_targets[slice].Clone();
}
