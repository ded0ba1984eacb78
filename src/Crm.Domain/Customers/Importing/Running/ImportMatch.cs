namespace Crm.Domain.Customers;

/// <summary>Whom a row means.</summary>
/// <param name="By">By what it is known.</param>
/// <param name="Ids">The customers; none, one, or several that may be meant.</param>
/// <param name="IsSameKind">Whether row and customer are both persons or both organisations.</param>
internal readonly record struct ImportMatch(ImportMatchBy By, IReadOnlyList<CustomerId> Ids, bool IsSameKind)
{
    public static ImportMatch None { get; } = new(ImportMatchBy.Nothing, [], true);
}

internal enum ImportMatchBy
{
    Nothing,
    Reference,
    Email,
    Phone,
}
