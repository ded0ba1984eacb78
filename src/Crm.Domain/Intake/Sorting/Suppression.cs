using Crm.Domain.Customers;
using Crm.Domain.Privacy;
using Crm.Domain.Values;

namespace Crm.Domain.Intake;

/// <summary>Asks the suppression list for many senders.</summary>
internal static class Suppression
{
    public static async Task<HashSet<SenderAddress>> AmongAsync(SuppressionList list, IReadOnlyCollection<SenderAddress> addresses, CancellationToken cancellationToken)
    {
        var emails = addresses.Where(a => a.Kind == SenderAddressKind.Email).Select(a => EmailAddress.Parse(a.Value)).ToList();
        var found = (await list.FindAllAsync(emails, cancellationToken).ConfigureAwait(false)).Select(SenderAddress.Of).ToHashSet();
        foreach (var number in addresses.Where(a => a.Kind == SenderAddressKind.Number))
        {
            if (await list.FindAsync(PhoneNumber.Parse(number.Value), cancellationToken).ConfigureAwait(false) is not null)
            {
                found.Add(number);
            }
        }

        return found;
    }
}
