using Crm.Analytics.Parallelism;

namespace Crm.Analytics.Baskets;

/// <summary>Which items are bought together often.</summary>
/// <remarks>
/// Agrawal, Imieliński and Swami (1993), searched depth first over bits (Zaki 2000) that are projected to the baskets of the set in
/// hand; closed sets by prefix-preserving closure as in LCM (Uno et al. 2004). Sets have at least one item. The results do not depend on
/// the order of the baskets' items or on the number of threads.
/// </remarks>
public static class FrequentItemsets
{
    private const int BranchesPerThread = 8;

    /// <summary>Finds itemsets.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="InsufficientExecutionStackException">Sets have several thousand items that are not always together; limit their size.</exception>
    public static ItemsetTable Find(BasketTable baskets, ItemsetOptions options)
    {
        Check(baskets, options);
        return Find(baskets, options, exactCount: null);
    }

    /// <summary>Counts itemsets without making them; never truncated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="OverflowException">There are more sets than 2^63 − 1.</exception>
    /// <exception cref="InsufficientExecutionStackException">As for <see cref="Find(BasketTable, ItemsetOptions)"/>.</exception>
    public static ItemsetCounts Count(BasketTable baskets, ItemsetOptions options)
    {
        Check(baskets, options);
        var ranked = new RankedBaskets(baskets, options.MinimumCount);
        var queue = new BranchQueue(ranked.Items.Length, 0);
        var counters = Run(ranked, options, () => new ItemsetCounter(options), (search, counter) =>
        {
            for (var branch = queue.Take(); branch >= 0; branch = queue.Take())
            {
                search.Branch(branch);
                queue.Done(branch, counter.IsFull ? 1 : 0);
            }
        });
        var bySize = new SortedDictionary<int, long>();
        foreach (var counter in counters) counter.AddTo(bySize);
        return new ItemsetCounts(bySize.Values.Aggregate(0L, (sum, sets) => checked(sum + sets)), bySize);
    }

    /// <summary>Finds the itemsets of the highest counts, without asking for a threshold.</summary>
    /// <param name="baskets">The baskets.</param>
    /// <param name="top">How many sets are wanted; of equal counts those that <see cref="Find(BasketTable, ItemsetOptions)"/> lists first.</param>
    /// <param name="options">The sizes, the kind (all or closed), and the least count that is of interest.</param>
    /// <returns>The sets by count, descending; fewer than wanted when there are no more.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range, or maximal sets are asked for, which have no counts in common.</exception>
    public static ItemsetTable Top(BasketTable baskets, int top, ItemsetOptions options)
    {
        Check(baskets, options);
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        if (options.Kind == ItemsetKind.Maximal) throw new ArgumentOutOfRangeException(nameof(options), "The top is of all or of closed sets.");
        return TopItemsets.Find(baskets, top, options);
    }

    internal static ItemsetTable Find(BasketTable baskets, ItemsetOptions options, int? exactCount)
    {
        var ranked = new RankedBaskets(baskets, options.MinimumCount);
        var (queue, branches) = (new BranchQueue(ranked.Items.Length, options.MaximumItemsets), new RecordedBranch[ranked.Items.Length]);
        Run(ranked, options, () => new ItemsetRecorder(options, exactCount), (search, recorder) =>
        {
            for (var branch = queue.Take(); branch >= 0; branch = queue.Take())
            {
                var start = recorder.StartBranch();
                search.Branch(branch);
                branches[branch] = new RecordedBranch(recorder.Nodes, start, recorder.Nodes.Count);
                queue.Done(branch, recorder.Listed);
            }
        });
        return RecordedBranch.Join(baskets, options, ranked, branches);
    }

    private static TSink[] Run<TSink>(RankedBaskets ranked, ItemsetOptions options, Func<TSink> create, Action<ItemsetSearch<TSink>, TSink> work)
        where TSink : class, IItemsetSink
    {
        var degree = Slices.Degree(options.DegreeOfParallelism);
        var threads = Slices.Count(ranked.Items.Length, degree, BranchesPerThread);
        var sinks = new TSink[threads];
        var failures = new Exception?[threads];
        Slices.Run(threads, degree, thread =>
        {
            try
            {
                work(new ItemsetSearch<TSink>(ranked, options, sinks[thread] = create()), sinks[thread]);
            }
            catch (Exception exception) when (exception is InsufficientExecutionStackException or OverflowException)
            {
                failures[thread] = exception;
            }
        });
        return failures.FirstOrDefault(f => f is not null) is { } failure ? throw failure : sinks;
    }

    private static void Check(BasketTable baskets, ItemsetOptions options)
    {
        ArgumentNullException.ThrowIfNull(baskets);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
    }
}
