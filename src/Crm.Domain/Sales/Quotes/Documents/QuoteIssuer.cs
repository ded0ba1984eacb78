using Crm.Domain.Primitives;

namespace Crm.Domain.Sales;

/// <summary>The business in whose name quotes go out.</summary>
/// <param name="Name">Its name, at most 200 characters.</param>
public sealed record QuoteIssuer(string Name)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = Guard.Line(Name, 200);

    /// <summary>What stands under the name, line by line: address, telephone, tax number.</summary>
    /// <value>Nothing by default.</value>
    public IReadOnlyList<string> Lines { get; init; } = [];
}
