using Crm.Domain.Customers;

namespace Crm.Domain.Feedback;

/// <summary>Keeps what customers said last. Finds nothing of another tenant. Never saves.</summary>
public interface ICustomerFeedbackStore
{
    /// <summary>Loads the row of a customer, one that is not saved yet included.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked row, or null.</returns>
    Task<CustomerFeedback?> FindAsync(CustomerId customerId, CancellationToken cancellationToken);

    /// <summary>Brings the row of a customer up to what saved invitations say; does nothing where surveys are not in use or the customer was never invited.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>When the row is changed, to be written by the next save.</returns>
    Task RefreshAsync(CustomerId customerId, CancellationToken cancellationToken);

    /// <summary>Adds a row, to be written by the next save.</summary>
    /// <param name="feedback">The row.</param>
    void Add(CustomerFeedback feedback);
}
