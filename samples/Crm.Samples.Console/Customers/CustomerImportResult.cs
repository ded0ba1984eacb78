namespace Crm.Samples.Console.Customers;

/// <summary>What an import of customers did; every row read is counted once.</summary>
internal sealed record CustomerImportResult
{
    public int Read { get; init; }

    public int Created { get; init; }

    public int Updated { get; init; }

    public int Skipped { get; init; }

    public int Review { get; init; }

    public IReadOnlyList<Rejection> Rejected { get; init; } = [];

    public CustomerImportResult With(Rejection rejection) => this with { Rejected = [.. Rejected, rejection] };
}
