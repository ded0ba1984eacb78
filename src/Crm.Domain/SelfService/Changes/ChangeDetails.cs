using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.SelfService;

/// <summary>A change that a customer asks for, with where things stood.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Change">The change.</param>
/// <param name="Before">What it takes the place of.</param>
/// <param name="SeenVersion">The customer's version at that time.</param>
/// <param name="Policy">What becomes of it: at once, by a code, or by staff.</param>
public sealed record ChangeDetails(CustomerId CustomerId, OwnDataChange Change, string Before, long SeenVersion, ChangePolicy Policy)
{
    /// <summary>The address that the code goes to, where the policy wants one.</summary>
    public string? CodeAddress { get; init; }

    /// <summary>How long it waits.</summary>
    public Duration Lifetime { get; init; } = Duration.FromDays(1);
}
