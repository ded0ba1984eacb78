using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Time;
using NodaTime;
using NodaTime.TimeZones;

namespace Crm.Domain.Marketing;

/// <summary>
/// The zone that the customer prefers (<see cref="SendingPreferences.TimeZone"/>); otherwise that of the country of the address, where the country has
/// one zone (tz database); otherwise the business's own.
/// </summary>
internal sealed class CountryZones(ISendingLedger ledger, IMessageRecipients recipients, IBusinessZone zone) : IRecipientZones
{
    private static readonly Dictionary<string, string> s_zones = TzdbDateTimeZoneSource.Default.ZoneLocations!
        .GroupBy(l => l.CountryCode, StringComparer.Ordinal)
        .Where(country => country.Count() == 1)
        .ToDictionary(country => country.Key, country => country.First().ZoneId, StringComparer.Ordinal);

    public async Task<DateTimeZone> OfAsync(CustomerId customerId, CancellationToken cancellationToken)
    {
        var profiles = await ledger.ProfilesAsync([customerId], Channels.Email, cancellationToken).ConfigureAwait(false);
        if (profiles.GetValueOrDefault(customerId)?.Zone is { } wanted && DateTimeZoneProviders.Tzdb.GetZoneOrNull(wanted) is { } preferred)
        {
            return preferred;
        }

        return (await recipients.FindAsync(customerId, cancellationToken).ConfigureAwait(false))?.PostalAddress?.Country is { } country && s_zones.TryGetValue(country.Code, out var id)
            ? DateTimeZoneProviders.Tzdb[id]
            : zone.Zone;
    }
}
