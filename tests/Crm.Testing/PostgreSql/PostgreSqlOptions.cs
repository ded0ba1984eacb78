namespace Crm.Testing.PostgreSql;

/// <summary>How a private server runs.</summary>
public sealed record PostgreSqlOptions
{
    /// <summary>
    /// Settings of postgresql.conf that differ from the installed defaults. Durability is on (<c>fsync</c>,
    /// <c>synchronous_commit</c>, <c>full_page_writes</c>) unless it is switched off here.
    /// </summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
