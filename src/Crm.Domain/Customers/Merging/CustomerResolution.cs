namespace Crm.Domain.Customers;

/// <summary>Follows merges where something is looked up by a customer's id and nothing was found under it.</summary>
internal static class CustomerResolution
{
    /// <summary>The survivor of a customer that was merged; null for a living and for an unknown one.</summary>
    public static async Task<CustomerId?> SurvivorOfAsync(this ICustomerQueries customers, CustomerId id, CancellationToken cancellationToken) =>
        await customers.IdentifyAsync(id, cancellationToken).ConfigureAwait(false) is { } found && found.Id != id ? found.Id : null;
}
