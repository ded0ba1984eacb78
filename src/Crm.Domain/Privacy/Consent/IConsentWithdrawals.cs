using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;

namespace Crm.Domain.Privacy;

/// <summary>Takes consent back for areas that hear of it, such as campaigns.</summary>
public interface IConsentWithdrawals
{
    /// <summary>Takes the consent to one purpose and channel back, as the person's own will; see <see cref="ConsentDesk.WithdrawAsync"/>. Never saves.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="purpose">The purpose.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="proof">What proves it.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>True, or what the desk refuses.</returns>
    Task<CrmResult<bool>> WithdrawAsync(CustomerId customerId, PurposeKey purpose, ChannelKey channel, string source, string? proof, CancellationToken cancellationToken);
}
