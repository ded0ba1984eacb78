using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Values;

namespace Crm.Domain.Privacy;

/// <summary>Answers the area that sends messages, from <see cref="ContactPermissions"/>.</summary>
internal sealed class SendPermissions(ContactPermissions permissions, CrmActs acts) : ISendPermissions
{
    public async Task<SendPermission> AskAsync(CustomerId customerId, string? purpose, ChannelKey channel, string? address, CancellationToken cancellationToken)
    {
        var named = Named(purpose);
        var asked = await permissions.MayContactAsync(customerId, named, channel, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (!asked.TryGetValue(out var decision))
        {
            return new SendPermission(asked.Errors[0].Code) { BarrierName = asked.Errors[0].Message };
        }

        if (decision.Reason is { } barrier)
        {
            return Refused(barrier);
        }

        if (decision.Address is not { } preferred || address is null || address == preferred.Value)
        {
            return new SendPermission(null, decision.Address?.Value, decision.Address?.Key);
        }

        // Another address than the preferred one: it is one that this customer has, and may be used for the purpose.
        var at = EmailAddress.TryParse(address, out var email) ? await permissions.MayMailAsync(email, named, cancellationToken: cancellationToken).ConfigureAwait(false)
            : PhoneNumber.TryParse(address, out var phone) ? await permissions.MayCallAsync(phone, named, channel, cancellationToken: cancellationToken).ConfigureAwait(false)
            : null;
        return at is null || !at.TryGetValue(out var there) || there.CustomerId is null ? Refused(ContactBarrier.NoAddress)
            : there.Reason is { } against ? Refused(against)
            : there.CustomerId != decision.CustomerId || there.Address is null ? Refused(ContactBarrier.NoAddress)
            : new SendPermission(null, there.Address.Value, there.Address.Key);
    }

    private static PurposeKey? Named(string? purpose)
    {
        try
        {
            return string.IsNullOrEmpty(purpose) ? null : new PurposeKey(purpose);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private SendPermission Refused(ContactBarrier barrier) => new(barrier.ToString()) { BarrierName = acts.Errors.NameOf(barrier) };
}
