namespace Crm.Domain.Customers;

/// <summary>Reads what care needs to know of all customers together, without tracking.</summary>
public interface ICustomerCareQueries
{
    /// <summary>The tags in use, the most used first, equal ones by name.</summary>
    /// <param name="beginning">Only tags that begin with this; null for all.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The tags.</returns>
    Task<IReadOnlyList<TagCount>> TagsAsync(string? beginning, int take, CancellationToken cancellationToken);

    /// <summary>Where a customer's onboardings stand, begun last first.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The ids.</returns>
    Task<IReadOnlyList<OnboardingId>> OnboardingsAsync(CustomerId customerId, CancellationToken cancellationToken);
}
