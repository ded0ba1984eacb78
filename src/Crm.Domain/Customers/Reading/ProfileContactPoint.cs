namespace Crm.Domain.Customers;

/// <summary>One address at which a customer is reached, to be read.</summary>
/// <param name="Id">The contact point.</param>
/// <param name="Kind">How it reaches the customer.</param>
/// <param name="Value">The address or number.</param>
/// <param name="IsPrimary">Whether it is preferred among those of its kind.</param>
/// <param name="IsInvalid">Whether it is known not to reach the customer.</param>
/// <param name="IsOptedOut">Whether the customer does not want to be reached there.</param>
public sealed record ProfileContactPoint(ContactPointId Id, ContactPointKind Kind, string Value, bool IsPrimary, bool IsInvalid, bool IsOptedOut)
{
    /// <summary>Whether it belongs to work, to home, or elsewhere.</summary>
    public ContactUse Use { get; init; }

    /// <summary>The customer's own name for it.</summary>
    public string? Label { get; init; }
}
