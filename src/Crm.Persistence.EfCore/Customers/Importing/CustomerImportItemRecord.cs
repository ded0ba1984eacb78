using Crm.Domain.Customers;

namespace Crm.Persistence.EfCore.Customers;

/// <summary>What an import did with one row.</summary>
public sealed class CustomerImportItemRecord
{
    /// <summary>The import.</summary>
    public CustomerImportId ImportId { get; internal init; }

    /// <summary>The row.</summary>
    public int Row { get; internal init; }

    /// <summary>What became of it.</summary>
    public ImportOutcome Outcome { get; internal init; }

    /// <summary>The customer that it made or changed, or may mean.</summary>
    public CustomerId CustomerId { get; internal init; }

    /// <summary>The customer's version then; 0 for a review.</summary>
    public long CustomerVersion { get; internal init; }

    /// <summary>Why it waits for review.</summary>
    public string? Code { get; internal init; }

    /// <summary>JSON array of what it changed of a customer that was there; null for nothing.</summary>
    public string? Changes { get; internal init; }
}
