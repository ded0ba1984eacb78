using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>A walk through all customers in the order of their ids, which compares each with those before it.</summary>
public sealed class DuplicateScan : AggregateRoot<DuplicateScanId>
{
    private DuplicateScan()
    {
    }

    /// <summary>Begins a scan.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="now">The current instant.</param>
    public DuplicateScan(DuplicateScanId id, Instant now)
        : base(id)
    {
        BegunAt = now;
        Raise(new DuplicateScanBegun(Id, now));
    }

    /// <summary>When it began.</summary>
    public Instant BegunAt { get; private set; }

    /// <summary>When it had gone through all customers; null while it has not.</summary>
    public Instant? FinishedAt { get; private set; }

    /// <summary>The last customer it went through; null before the first.</summary>
    public CustomerId? Checkpoint { get; private set; }

    /// <summary>How many customers it went through.</summary>
    public long Customers { get; private set; }

    /// <summary>How many pairs it compared.</summary>
    public long Comparisons { get; private set; }

    /// <summary>How many new pairs it found.</summary>
    public long Pairs { get; private set; }

    /// <summary>Whether it can go on.</summary>
    /// <returns>Refused with <c>DuplicateScanOver</c> when it is finished.</returns>
    public CrmRuling CanAdvance() => FinishedAt is null ? CrmRuling.Permitted : CrmRuling.Refused(e => e.DuplicateScanOver(Id.ToString()));

    /// <summary>Notes that some more customers were gone through.</summary>
    /// <param name="last">The last of them.</param>
    /// <param name="customers">How many; at least 1.</param>
    /// <param name="comparisons">How many pairs were compared.</param>
    /// <param name="pairs">How many new pairs were found.</param>
    /// <param name="now">The current instant.</param>
    public void Advance(CustomerId last, int customers, int comparisons, int pairs, Instant now)
    {
        CanAdvance().Demand();
        ArgumentOutOfRangeException.ThrowIfLessThan(customers, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(comparisons);
        ArgumentOutOfRangeException.ThrowIfNegative(pairs);
        Checkpoint = Guard.NotEmpty(last);
        Customers += customers;
        Comparisons += comparisons;
        Pairs += pairs;
        Raise(new DuplicateScanAdvanced(Id, Customers, Pairs, now));
    }

    /// <summary>Whether it can be finished.</summary>
    /// <returns>Refused with <c>DuplicateScanOver</c> when it is.</returns>
    public CrmRuling CanFinish() => CanAdvance();

    /// <summary>Notes that there are no more customers.</summary>
    /// <param name="now">The current instant.</param>
    public void Finish(Instant now)
    {
        CanFinish().Demand();
        FinishedAt = now;
        Raise(new DuplicateScanFinished(Id, Customers, Pairs, now));
    }
}
