using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;

namespace Crm.Domain.Privacy;

/// <summary>Withdraws through the desk.</summary>
internal sealed class ConsentWithdrawals(ConsentDesk desk) : IConsentWithdrawals
{
    public async Task<CrmResult<bool>> WithdrawAsync(CustomerId customerId, PurposeKey purpose, ChannelKey channel, string source, string? proof, CancellationToken cancellationToken)
    {
        var withdrawn = await desk.WithdrawAsync(customerId, purpose, channel, source, ConsentOrigin.Person, proof, cancellationToken).ConfigureAwait(false);
        return withdrawn.Succeeded ? true : CrmResult<bool>.Failed(withdrawn.Errors);
    }
}
