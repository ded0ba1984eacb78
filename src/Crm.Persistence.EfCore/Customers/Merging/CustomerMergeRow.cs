using Crm.Domain.Customers;

namespace Crm.Persistence.EfCore.Customers;

/// <summary>
/// One row that a merge touched, so that it can be undone. Holds personal data; erasing either customer deletes these rows, and
/// the merge stands for good.
/// </summary>
public sealed class CustomerMergeRow
{
    /// <summary>The merge.</summary>
    public MergeId MergeId { get; internal init; }

    /// <summary>Order in which the rows were touched.</summary>
    public int Ordinal { get; internal init; }

    /// <summary>What happened to the row.</summary>
    public MergeRowChange Change { get; internal init; }

    /// <summary>The table, without schema.</summary>
    public required string Table { get; init; }

    /// <summary>The column that pointed at the customer, for rows that moved.</summary>
    public string? Column { get; internal init; }

    /// <summary>JSON: the row's primary key.</summary>
    public required string Key { get; init; }

    /// <summary>JSON: the row before, where it is needed.</summary>
    public string? Before { get; internal init; }

    /// <summary>JSON: the row after, where it is needed.</summary>
    public string? After { get; internal init; }
}
