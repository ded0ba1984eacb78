namespace Crm.Domain.Customers;

/// <summary>What an import did; every row read is counted once.</summary>
public sealed record CustomerImportResult
{
    /// <summary>The stored import; null for a rehearsal.</summary>
    public CustomerImportId? Id { get; init; }

    /// <summary>Name of the layout.</summary>
    public required string Layout { get; init; }

    /// <summary>Rows read.</summary>
    public int Read { get; init; }

    /// <summary>Customers made.</summary>
    public int Created { get; init; }

    /// <summary>Rows that changed a customer.</summary>
    public int Updated { get; init; }

    /// <summary>Rows that were left out, or said nothing new.</summary>
    public int Skipped { get; init; }

    /// <summary>Rows that wait for review.</summary>
    public int Review { get; init; }

    /// <summary>Rows that say nothing usable, in order.</summary>
    public IReadOnlyList<RowRejection> Rejected { get; init; } = [];

    /// <summary>Cells that were left out of rows that were imported.</summary>
    public IReadOnlyList<RowRejection> LeftOut { get; init; } = [];
}
