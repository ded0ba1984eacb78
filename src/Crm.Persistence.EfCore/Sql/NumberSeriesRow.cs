namespace Crm.Persistence.EfCore.Sql;

/// <summary>The last number of a series, where the database has no sequences.</summary>
internal sealed class NumberSeriesRow
{
    public required string Scope { get; init; }

    public required string Series { get; init; }

    public long Last { get; init; }
}
