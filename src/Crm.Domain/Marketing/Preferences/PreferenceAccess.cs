using Crm.Domain.Customers;

namespace Crm.Domain.Marketing;

/// <summary>By what right somebody reaches the preferences of a customer.</summary>
public sealed record PreferenceAccess
{
    private PreferenceAccess(string? token, CustomerId? customerId) => (Token, CustomerId) = (token, customerId);

    /// <summary>The token of a link.</summary>
    public string? Token { get; }

    /// <summary>The customer that the actor acts for, or that staff looks after.</summary>
    public CustomerId? CustomerId { get; }

    /// <summary>By the link of a message, without anybody signed in.</summary>
    /// <param name="token">The token of the link.</param>
    /// <returns>The right.</returns>
    public static PreferenceAccess ByLink(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new(token, null);
    }

    /// <summary>Signed in: a portal customer for itself, or staff.</summary>
    /// <param name="customerId">The customer.</param>
    /// <returns>The right.</returns>
    public static PreferenceAccess Of(CustomerId customerId) => new(null, customerId);
}
