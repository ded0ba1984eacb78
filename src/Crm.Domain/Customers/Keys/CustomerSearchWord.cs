namespace Crm.Domain.Customers;

/// <summary>One word of a search: a customer matches when one of its keys begins with one of the alternatives.</summary>
/// <param name="Beginnings">One for a word; for a number also from its end, and without the prefix dialled for abroad.</param>
public sealed record CustomerSearchWord(IReadOnlyList<string> Beginnings);
