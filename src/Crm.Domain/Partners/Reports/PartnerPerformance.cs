using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>What a partner did, as of an instant.</summary>
/// <param name="PartnerId">The partner.</param>
/// <param name="AsOf">The instant; what happened at it or later is left out.</param>
/// <param name="Tier">Its tier on that day.</param>
/// <param name="Offers">How many leads it was asked about.</param>
/// <param name="Accepted">How many it took.</param>
/// <param name="Declined">How many it did not want.</param>
/// <param name="Expired">How many it did not answer in time.</param>
/// <param name="Pending">How many it had not answered.</param>
/// <param name="MeanAcceptance">The mean time from being asked to taking; null where it took none.</param>
/// <param name="MedianAcceptance">The median of that: the mean of the two in the middle where there are two.</param>
/// <param name="Registrations">How many registrations stood where. Those that were neither approved nor closed count as submitted once they were.</param>
/// <param name="Won">How many opportunities of its registrations and leads were won.</param>
/// <param name="Lost">How many of them were lost.</param>
/// <param name="WinRate">Won of won and lost; null where there were none.</param>
/// <param name="WonValue">What was won, by currency; won without an amount counts as nothing.</param>
/// <param name="SharedCases">How many cases were or had been shared with it.</param>
/// <param name="Sums">Benefits and payouts, by kind and currency.</param>
public sealed record PartnerPerformance(
    PartnerId PartnerId,
    Instant AsOf,
    string? Tier,
    int Offers,
    int Accepted,
    int Declined,
    int Expired,
    int Pending,
    Duration? MeanAcceptance,
    Duration? MedianAcceptance,
    IReadOnlyDictionary<DealRegistrationStatus, int> Registrations,
    int Won,
    int Lost,
    double? WinRate,
    IReadOnlyList<Money> WonValue,
    int SharedCases,
    IReadOnlyList<PartnerSum> Sums);
